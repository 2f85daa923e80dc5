using GiftCardSdk.Http.Clients;
using Refit;

namespace GiftCardSdk.Conventions;

/// <summary>The interfaces of the adapters: every call says what it does, since its verb does not.</summary>
public sealed class OperationConventions
{
    /// <summary>Calls by another verb than GET that can neither buy nor spend. Whoever adds one has looked into the provider's documents.</summary>
    private static readonly string[] Harmless =
    [
        "IGiftCardPartnersApi: tokens.create",
        "IGiftbitApi: gifts.cancel",
        "IGiftbitApi: gifts.resend",
        "IGifqApi: campaigns.activate",
        "IGifqApi: campaigns.archive",
        "IGifqApi: campaigns.create",
        "IGifqApi: campaigns.pause",
        "IGifqApi: campaigns.update",
        "IGiftronautApi: campaigns.create",
        "IGiftronautApi: campaigns.delete",
        "IGiftronautApi: campaigns.replace",
        "IGiftronautApi: orders.cancel",
        "IGiftronautApi: orders.resend",
        "IGiftronautApi: templates.create",
        "IGiftronautApi: templates.delete",
        "IGiftronautApi: templates.replace",
        "IGiftronautApi: test_email.send",
        "IGiftronautApi: tokens.create",
        "IHuurayApi: catalogue.list",
        "IHuurayApi: order.cancel",
        "IHuurayApi: order.resend",
        "IHuurayApi: order.search",
        "IHuurayApi: pdf.get",
        "IHuurayApi: stock.get",
        "IHuurayApi: template.list",
        "IHuurayApi: upload.create",
    ];

    private static IEnumerable<Type> Interfaces => OperationRules.Interfaces(Repository.PublicTypes);

    [Fact]
    public void There_are_interfaces_to_look_at() => Interfaces.ShouldNotBeEmpty();

    [Fact]
    public void Every_call_has_an_operation() => OperationRules.Unnamed(Interfaces).ShouldBeNone();

    [Fact]
    public void Every_operation_of_a_provider_has_a_name_of_its_own() => OperationRules.NamedTwice(Interfaces).ShouldBeNone();

    [Fact]
    public void What_may_buy_is_declared_so() => OperationRules.MayBuyUndeclared(Interfaces, Harmless).ShouldBeNone();

    [Fact]
    public void The_list_of_harmless_calls_holds_only_calls_that_there_are() =>
        Harmless
            .Except(OperationRules.MayBuyUndeclared(Interfaces, []).Select(breach => breach.Split('"')[1]), StringComparer.Ordinal)
            .ShouldBeNone();

    [Fact]
    public void A_call_without_an_operation_is_found() =>
        OperationRules.Unnamed([typeof(IWrong)]).ShouldHaveSingleItem().ShouldContain("IWrong.ReadAsync");

    [Fact]
    public void A_purchase_that_is_declared_as_less_is_found() =>
        OperationRules.MayBuyUndeclared([typeof(IWrong)], []).ShouldHaveSingleItem().ShouldContain("\"IWrong: order.create\"");

    [Fact]
    public void A_name_that_is_used_twice_is_found() =>
        OperationRules.NamedTwice([typeof(IWrong)]).ShouldHaveSingleItem().ShouldContain("'order.create'");

    // Every rule is broken once, and the default method breaks none.
    internal interface IWrong
    {
        [Get("/things")]
        Task<string> ReadAsync(CancellationToken cancellationToken = default);

        [Post("/orders")]
        [Operation("order.create", OperationKind.Change)]
        Task BuyAsync(CancellationToken cancellationToken = default);

        [Get("/orders")]
        [Operation("order.create", OperationKind.Read)]
        Task LookAsync(CancellationToken cancellationToken = default);

        Task BuyTwiceAsync(CancellationToken cancellationToken = default) => BuyAsync(cancellationToken);
    }
}
