namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>Every operation with an answer that its documents show, or that they let one expect.</summary>
internal static class WireCalls
{
    public const string Key = "3f0c9a52-6b1e-4c0f-9d57-1f2b8e6a4410";

    /// <summary>The order of the provider page.</summary>
    public static GiftronautNewOrder BrandedOrder { get; } =
        new()
        {
            ProductId = "GC-NORTHWIND-USD",
            Recipients =
            [
                new()
                {
                    Email = "mira.holt@example.org",
                    FirstName = "Mira",
                    LastName = "Holt",
                    Amount = 75,
                },
                new()
                {
                    Email = "jon.pike@example.org",
                    FirstName = "Jon",
                    Amount = 15,
                },
            ],
            EmailSetting = new()
            {
                SenderName = "Fabrikam Rewards",
                Subject = "Your survey reward",
                Message = "Thanks for the answers.",
            },
            SendTiming = GiftronautSendTiming.Immediate,
            RefundOption = false,
        };

    /// <summary>The scheduled order of the provider page: half past nine in Berlin is half past seven UTC in July.</summary>
    public static GiftronautNewOrder ChoiceOrder { get; } =
        new()
        {
            ProductId = "CHOICE-SUNRISE-USD",
            Recipients =
            [
                new()
                {
                    Email = "lea.brandt@example.org",
                    FirstName = "Lea",
                    Amount = 40,
                    Company = "Fabrikam",
                    Department = "Support",
                },
            ],
            EmailSetting = new()
            {
                SenderName = "Fabrikam Rewards",
                Subject = "Happy anniversary",
                TemplateId = "31",
            },
            SendTiming = GiftronautSendTiming.At(new(2025, 7, 1, 7, 30, 0, TimeSpan.Zero), "Europe/Berlin"),
            RefundOption = true,
        };

    public static GiftronautNewRewardLinks RewardLinks { get; } =
        new()
        {
            CardType = GiftronautWords.CardType.Choice,
            ProductId = "CHOICE-SUNRISE-USD",
            Quantity = 3,
            AmountPerLink = 20,
            RefundOption = false,
        };

    public static GiftronautResend Resend { get; } =
        new() { Recipients = [new() { Email = "jon.pike@example.org", UpdatedEmail = "jonathan.pike@example.org" }] };

    public static GiftronautCampaignRun CampaignRun { get; } =
        new()
        {
            Recipients =
            [
                new()
                {
                    Email = "ana.ruiz@example.org",
                    FirstName = "Ana",
                    LastName = "Ruiz",
                },
            ],
            Subject = "Q3 thank-you",
        };

    public static GiftronautTestEmail TestEmail { get; } =
        new()
        {
            Email = "team@fabrikam.example",
            ProductId = "CHOICE-SUNRISE-USD",
            Amount = 25,
            EmailSubject = "A look at it",
            SenderName = "Fabrikam Rewards",
            EmailMessage = "As recipients will see it.",
        };

    public static GiftronautTopUp TopUp { get; } =
        new()
        {
            Amount = 500,
            CompanyName = "Fabrikam",
            PhoneNumber = "+12025550143",
            BillingAddress = "18 Quarry Road",
            City = "Springfield",
            State = "IL",
            Country = "US",
            ZipCode = "62701",
            Ein = "12-3456789",
        };

    public static GiftronautTemplateEdit TemplateEdit { get; } = new() { Name = "Panel", SenderName = "Fabrikam Rewards" };

    /// <summary>The key that the documented request of an operation carries.</summary>
    public static string KeyOf(string name) =>
        name switch
        {
            "choice_cards.order" => "a7d1f2c0-0e7b-4f0e-8b53-2f60b4a4e0c9",
            "reward_links.order" => "5c0f1d7b-7a1d-4b52-9b1a-0d5f5f7f1c11",
            _ => Key,
        };

    public static IReadOnlyDictionary<string, WireCall<IGiftronautApi>> All { get; } =
        new Dictionary<string, WireCall<IGiftronautApi>>(StringComparer.Ordinal)
        {
            ["branded_cards.list"] = new("branded-cards-list", api => api.ListBrandedCardsAsync()),
            ["choice_cards.list"] = new("choice-cards-list", api => api.ListChoiceCardsAsync()),
            ["branded_cards.order"] = new("branded-card-order", api => api.OrderBrandedCardsAsync(BrandedOrder, Key)),
            ["choice_cards.order"] = new("choice-card-order", api => api.OrderChoiceCardsAsync(ChoiceOrder, KeyOf("choice_cards.order"))),
            ["orders.list"] = new("orders-list-first", api => api.ListOrdersAsync()),
            ["orders.get"] = new("order-get", api => api.GetOrderAsync("OT-20250611-K7Q4")),
            ["orders.cancel"] = new("order-cancel", api => api.CancelOrderAsync("OT-20250611-M2ZD"), isReadLikeAnother: true),
            ["orders.resend"] = new("order-resend", api => api.ResendOrderAsync("OT-20250611-K7Q4", Resend), isReadLikeAnother: true),
            ["reward_links.order"] = new("reward-links-order", api => api.OrderRewardLinksAsync(RewardLinks, KeyOf("reward_links.order"))),
            ["test_email.send"] = new("test-email-send", api => api.SendTestEmailAsync(TestEmail)),
            ["balance.get"] = new("balance-get", api => api.GetBalanceAsync()),
            ["balance.ledger"] = new("ledger-list", api => api.ListLedgerAsync()),
            ["balance.charge"] = new("balance-charge", api => api.RequestTopUpAsync(TopUp, Key)),
            ["templates.list"] = new("templates-list", api => api.ListTemplatesAsync()),
            ["templates.get"] = new("template-get", api => api.GetTemplateAsync("31")),
            ["templates.create"] = new("template-create", api => api.CreateTemplateAsync(TemplateEdit), isReadLikeAnother: true),
            ["templates.replace"] = new("template-replace", api => api.ReplaceTemplateAsync("31", TemplateEdit), isReadLikeAnother: true),
            ["templates.delete"] = new("template-delete", api => api.DeleteTemplateAsync("31")),
            ["campaigns.list"] = new("campaigns-list", api => api.ListCampaignsAsync()),
            ["campaigns.get"] = new("campaign-get", api => api.GetCampaignAsync("CA-9K2M4T7X")),
            ["campaigns.create"] = new("campaign-create", api => api.CreateCampaignAsync(Requests.Campaign), isReadLikeAnother: true),
            ["campaigns.replace"] = new(
                "campaign-replace",
                api => api.ReplaceCampaignAsync("CA-9K2M4T7X", Requests.Campaign),
                isReadLikeAnother: true
            ),
            ["campaigns.delete"] = new("campaign-delete", api => api.DeleteCampaignAsync("CA-9K2M4T7X")),
            ["campaigns.run"] = new(
                "campaign-run-key-in-body",
                api => api.RunCampaignAsync("CA-9K2M4T7X", CampaignRun, Key),
                isReadLikeAnother: true
            ),
        };

    public static TheoryData<string> Names => [.. All.Keys];

    public static OddAnswers<IGiftronautApi> Odd { get; } = new(All, server => Accounts.At(server), MovesMoney);

    /// <summary>Whether a call may buy something or spend money.</summary>
    public static bool MovesMoney(string name) =>
        name is "branded_cards.order" or "choice_cards.order" or "reward_links.order" or "campaigns.run" or "balance.charge";

    /// <summary>Whether a call answers with a list.</summary>
    public static bool IsList(string name) => name.EndsWith(".list", StringComparison.Ordinal) || name == "balance.ledger";

    /// <summary>Whether any 2xx has said all there is to say.</summary>
    public static bool TakesAnyAnswer(string name) =>
        name.EndsWith(".delete", StringComparison.Ordinal) || name is "orders.cancel" or "orders.resend";
}
