using System.Text;
using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Huuray.Tests;

/// <summary>Quirks 8, 9 and 23: PDFs are ready, not ready yet, or not to be had; and slow calls are waited for.</summary>
public sealed class PdfTests
{
    private const string Layout = "2b6f1f0e-9a41-4c53-8f0d-6f1f7c0b9d11";

    [Fact]
    public async Task Quirk_8_PDFs_are_asked_for_until_they_are_ready_as_often_as_Huuray_asks_to()
    {
        await using var stage = await Stage.StartAsync(twin => twin.PdfDelay = TimeSpan.FromSeconds(70));
        var order = await stage.Account.Orders.PlaceAsync(Requests.Returned("o-1", quantity: 2));
        var started = stage.Clock.GetUtcNow();

        var pdf = await stage.Api.WaitForPdfAsync(new() { OrderUid = order.Id, PdfTemplateUid = Layout }, time: stage.Clock);

        pdf.IsReady.ShouldBeTrue();
        pdf.Documents.Select(document => document.VoucherIds.ShouldHaveSingleItem()).ShouldBe(order.Rewards.Select(reward => reward.Id!));
        Encoding.ASCII.GetString(pdf.Documents[0].Content.Span[..4]).ShouldBe("%PDF");
        stage.Twin.Requests.Count("pdf.get").ShouldBe(4);
        (stage.Clock.GetUtcNow() - started).ShouldBe(TimeSpan.FromSeconds(90));
        stage
            .Twin.Requests.For("pdf.get")
            .Select(arrival => arrival.Headers["X-API-NONCE"])
            .Distinct(StringComparer.Ordinal)
            .Count()
            .ShouldBe(4);
    }

    [Theory]
    [InlineData("30", 20)]
    [InlineData("1", 600)]
    [InlineData("0", 20)]
    [InlineData(null, 20)]
    public async Task Quirk_23_the_asking_ends_after_ten_minutes_and_waits_a_second_at_least(string? retryAfter, int looks)
    {
        await using var server = WireServer.Start();
        var clock = new ConformanceClock();
        await using var accounts = Accounts.At(server.BaseAddress, Accounts.Token, Accounts.Secret, clock);
        server.Answer(
            new WireAnswer(Example.Read("pdf-get-pending"), 202)
            {
                Headers = retryAfter is null
                    ? new Dictionary<string, string>(StringComparer.Ordinal)
                    : new Dictionary<string, string>(StringComparer.Ordinal) { ["Retry-After"] = retryAfter },
            }
        );

        var pdf = await accounts.Api.WaitForPdfAsync(new() { OrderUid = WireCalls.Order }, time: clock);

        pdf.IsReady.ShouldBeFalse();
        server.Requests.Count.ShouldBe(looks + 1);
    }

    [Fact]
    public async Task Quirk_23_an_order_may_take_more_than_a_minute()
    {
        await using var stage = await Stage.StartAsync();
        stage.Fail("order.create", FaultKind.SlowAnswer, TimeSpan.FromSeconds(90));

        var order = await stage.Account.Orders.PlaceAsync(Requests.Returned("o-1"));

        (order.Status, stage.Twin.Requests.Count("order.search")).ShouldBe((OrderStatus.Completed, 0));
    }

    [Fact]
    public async Task Quirk_9_what_PDFs_cannot_be_had_of_is_said()
    {
        await using var stage = await Stage.StartAsync();
        var order = await stage.Account.Orders.PlaceAsync(Requests.Returned("o-1"));
        async Task<GiftCardErrorCode> RefuseAsync(HuurayPdfQuery query) =>
            (await Should.ThrowAsync<GiftCardException>(() => stage.Api.GetPdfAsync(query))).Code;

        (await RefuseAsync(new() { OrderUid = "no-such-order", PdfTemplateUid = Layout })).ShouldBe(GiftCardErrorCode.NotFound);
        (await RefuseAsync(new() { OrderUid = order.Id, PdfTemplateUid = "u" })).ShouldBe(GiftCardErrorCode.NotFound);
        (await RefuseAsync(new() { OrderUid = order.Id })).ShouldBe(GiftCardErrorCode.InvalidRequest);
    }

    [Fact]
    public async Task A_combined_file_of_a_mailed_order_with_its_own_layout()
    {
        await using var stage = await Stage.StartAsync();
        var request = Requests.Email("o-1", "maja@fjord.example", "ola@fjord.example") with
        {
            Options = [new HuurayOrderOptions { PdfTemplateUid = Layout }],
        };
        var order = await stage.Account.PlaceAndWaitAsync(request, TimeSpan.FromMinutes(1));

        var pdf = await stage.Api.GetPdfAsync(new() { OrderUid = order.Id, Combine = true });

        var document = pdf.Documents.ShouldHaveSingleItem();
        (document.VoucherIds.Count, document.FileName).ShouldBe((2, $"giftcard-order-{order.Id}.pdf"));
    }

    [Fact]
    public async Task Uploads_need_the_accounts_option_and_are_limited()
    {
        await using var closed = await Stage.StartAsync();
        await using var open = await Stage.StartAsync(twin => twin.PurchaseOrderFiles = true);

        var refused = await Should.ThrowAsync<GiftCardException>(() => closed.Api.UploadAsync(WireCalls.File));
        for (var i = 0; i < 5; i++)
        {
            (await open.Api.UploadAsync(WireCalls.File)).Size.ShouldBe(WireCalls.File.Content.Length);
        }

        var sixth = await Should.ThrowAsync<GiftCardException>(() => open.Api.UploadAsync(WireCalls.File));

        (refused.HttpStatus, sixth.HttpStatus).ShouldBe((422, 422));
    }

    [Fact]
    public void Quirk_28_the_package_does_not_take_the_name_of_the_vendors_own() =>
        typeof(IHuurayApi).Assembly.GetName().Name.ShouldBe("GiftCardSdk.Huuray");
}
