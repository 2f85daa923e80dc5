using GiftCardSdk.Http.Clients;
using Refit;

namespace GiftCardSdk.Tests.Http.Clients;

/// <summary>An interface that says too little, or what cannot be kept, is found when the account is made.</summary>
public sealed class ApiMistakeTests
{
    [Fact]
    public async Task A_method_without_an_operation_is_found() =>
        await FindsAsync<IWithoutOperation>("IWithoutOperation.GetAsync", "[Operation]");

    [Fact]
    public async Task A_key_on_what_does_not_create_is_found() =>
        await FindsAsync<IWithNeedlessKey>("IWithNeedlessKey.GetAsync", "KnowsKey");

    [Fact]
    public async Task Two_methods_of_one_name_are_found() => await FindsAsync<IWithOneNameTwice>("IWithOneNameTwice.GetAsync", "same name");

    [Fact]
    public async Task An_argument_that_goes_nowhere_is_found() =>
        await FindsAsync<IWithLooseArgument>("IWithLooseArgument.GetAsync", "'page' needs");

    [Fact]
    public async Task An_id_that_stands_in_the_query_too_is_found() =>
        await FindsAsync<IWithTwoPlaces>("IWithTwoPlaces.GetAsync", "'id' stands");

    [Fact]
    public async Task A_body_that_is_no_wire_type_is_found() =>
        await FindsAsync<IWithText>("IWithText.PostAsync", "'text' is no wire type");

    [Fact]
    public async Task An_answer_that_passes_the_pipeline_by_is_found() =>
        await FindsAsync<IWithRawAnswer>("IWithRawAnswer.GetAsync", "Task");

    [Fact]
    public async Task An_interface_that_inherits_methods_is_found() => await FindsAsync<IHeir>("IHeir", "it inherits IForebear");

    [Fact]
    public async Task A_query_in_the_path_is_found() =>
        await FindsAsync<IWithQueryInPath>("IWithQueryInPath.GetAsync", "its path holds a query");

    [Fact]
    public async Task An_id_without_a_text_of_its_own_is_found() =>
        await FindsAsync<IWithList>("IWithList.GetAsync", "'ids' in its path must be");

    [Fact]
    public async Task A_secret_in_the_query_is_found() =>
        await FindsAsync<IWithSecretQuery>("IWithSecretQuery.GetAsync", "'token' is secret");

    private static async Task FindsAsync<TApi>(string method, string mistake)
        where TApi : class
    {
        await using var account = TestAccount.OnStub(new(_ => StubTransport.Thing()));

        var failure = Should.Throw<InvalidOperationException>(() => account.Client.CreateApi<TApi>(ThingJson.Default.Options));

        failure.Message.ShouldContain(method);
        failure.Message.ShouldContain(mistake);
    }

    internal interface IWithoutOperation
    {
        [Get("/things")]
        Task<Thing> GetAsync(CancellationToken cancellationToken = default);
    }

    internal interface IWithNeedlessKey
    {
        [Get("/things")]
        [Operation("thing.get", OperationKind.Read, KnowsKey = true)]
        Task<Thing> GetAsync(CancellationToken cancellationToken = default);
    }

    internal interface IWithOneNameTwice
    {
        [Get("/things")]
        [Operation("thing.list", OperationKind.Read)]
        Task<Thing> GetAsync(CancellationToken cancellationToken = default);

        [Get("/things/{id}")]
        [Operation("thing.get", OperationKind.Read)]
        Task<Thing> GetAsync(string id, CancellationToken cancellationToken = default);
    }

    internal interface IWithLooseArgument
    {
        [Get("/things")]
        [Operation("thing.list", OperationKind.Read)]
        Task<Thing> GetAsync(int page, CancellationToken cancellationToken = default);
    }

    internal interface IWithTwoPlaces
    {
        [Get("/things/{id}")]
        [Operation("thing.get", OperationKind.Read)]
        Task<Thing> GetAsync([Query] string id, CancellationToken cancellationToken = default);
    }

    internal interface IWithText
    {
        [Post("/things")]
        [Operation("thing.post", OperationKind.Change)]
        Task<Thing> PostAsync([Body] string text, CancellationToken cancellationToken = default);
    }

    internal interface IWithRawAnswer
    {
        [Get("/things")]
        [Operation("thing.get", OperationKind.Read)]
        Task<HttpResponseMessage> GetAsync(CancellationToken cancellationToken = default);
    }

    internal interface IForebear
    {
        [Get("/things")]
        [Operation("thing.get", OperationKind.Read)]
        Task<Thing> GetAsync(CancellationToken cancellationToken = default);
    }

    internal interface IHeir : IForebear
    {
        [Get("/others")]
        [Operation("other.get", OperationKind.Read)]
        Task<Thing> GetOtherAsync(CancellationToken cancellationToken = default);
    }

    internal interface IWithQueryInPath
    {
        [Get("/things?sort=up")]
        [Operation("thing.get", OperationKind.Read)]
        Task<Thing> GetAsync([Query] string word, CancellationToken cancellationToken = default);
    }

    internal interface IWithList
    {
        [Get("/things/{ids}")]
        [Operation("thing.get", OperationKind.Read)]
        Task<Thing> GetAsync(string[] ids, CancellationToken cancellationToken = default);
    }

    internal interface IWithSecretQuery
    {
        [Get("/things")]
        [Operation("thing.get", OperationKind.Read)]
        Task<Thing> GetAsync([Query] Secret token, CancellationToken cancellationToken = default);
    }
}
