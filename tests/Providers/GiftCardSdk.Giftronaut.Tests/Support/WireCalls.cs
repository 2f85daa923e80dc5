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

    public static string TestEmailReply => """{ "sentTo": "team@fabrikam.example", "status": "SENT", "remainingToday": 9 }""";

    public static string TopUpReply =>
        """{ "fundingNo": "F-77", "amount": { "amount": 500.00, "currency": "USD" }, "status": "PENDING", "createdAt": "2025-06-11T08:05:41Z" }""";

    public static string Ledger =>
        """
            { "data": [ { "referenceNumber": "OT-20250611-K7Q4", "type": "USE", "amount": { "amount": -90.00, "currency": "USD" },
              "description": "Order", "createdAt": "2025-06-11T08:05:41", "balanceAfter": 9910 } ], "page": 1, "pageSize": 20, "totalCount": 1, "totalPages": 1 }
            """;

    public static string Template =>
        """
            { "templateId": "31", "isDefault": true, "name": "Panel", "senderName": "Fabrikam Rewards", "message": "Hello", "imageAlignment": "center",
              "imageSize": 40, "borderColor": "#112233", "buttonColor": "#445566", "buttonFontColor": "#FFFFFF" }
            """;

    public static string Campaign =>
        """
            { "campaignId": "CA-9K2M4T7X", "name": "Panel thank-you", "cardType": "CHOICE_CARD", "productId": "CHOICE-SUNRISE-USD", "amount": 25,
              "subject": "For you", "senderName": "Fabrikam Rewards", "message": "Hello", "templateId": "31", "refundOption": false, "createdAt": "2025-06-11T08:05:41" }
            """;

    public static IReadOnlyDictionary<string, WireCall<IGiftronautApi>> All { get; } =
        new Dictionary<string, WireCall<IGiftronautApi>>(StringComparer.Ordinal)
        {
            ["branded_cards.list"] = new(Example.Read("branded-cards"), api => api.ListBrandedCardsAsync()),
            ["choice_cards.list"] = new(Example.Read("choice-cards"), api => api.ListChoiceCardsAsync()),
            ["branded_cards.order"] = new(Example.Read("branded-order"), api => api.OrderBrandedCardsAsync(BrandedOrder, Key)),
            ["choice_cards.order"] = new(Example.Read("choice-order"), api => api.OrderChoiceCardsAsync(ChoiceOrder, Key)),
            ["orders.list"] = new(Example.Read("orders"), api => api.ListOrdersAsync()),
            ["orders.get"] = new(Example.Read("order"), api => api.GetOrderAsync("OT-20250611-K7Q4")),
            ["orders.cancel"] = new(Example.Read("choice-order"), api => api.CancelOrderAsync("OT-20250611-M2ZD")),
            ["orders.resend"] = new(Example.Read("order"), api => api.ResendOrderAsync("OT-20250611-K7Q4", Resend)),
            ["reward_links.order"] = new(Example.Read("reward-links"), api => api.OrderRewardLinksAsync(RewardLinks, Key)),
            ["test_email.send"] = new(TestEmailReply, api => api.SendTestEmailAsync(TestEmail)),
            ["balance.get"] = new(Example.Read("balance"), api => api.GetBalanceAsync()),
            ["balance.ledger"] = new(Ledger, api => api.ListLedgerAsync()),
            ["balance.charge"] = new(TopUpReply, api => api.RequestTopUpAsync(TopUp, Key)),
            ["templates.list"] = new($$"""{ "data": [ {{Template}} ] }""", api => api.ListTemplatesAsync()),
            ["templates.get"] = new(Template, api => api.GetTemplateAsync("31")),
            ["templates.create"] = new(Template, api => api.CreateTemplateAsync(TemplateEdit)),
            ["templates.replace"] = new(Template, api => api.ReplaceTemplateAsync("31", TemplateEdit)),
            ["templates.delete"] = new("", api => api.DeleteTemplateAsync("31")),
            ["campaigns.list"] = new($$"""{ "data": [ {{Campaign}} ] }""", api => api.ListCampaignsAsync()),
            ["campaigns.get"] = new(Campaign, api => api.GetCampaignAsync("CA-9K2M4T7X")),
            ["campaigns.create"] = new(Campaign, api => api.CreateCampaignAsync(Requests.Campaign)),
            ["campaigns.replace"] = new(Campaign, api => api.ReplaceCampaignAsync("CA-9K2M4T7X", Requests.Campaign)),
            ["campaigns.delete"] = new("", api => api.DeleteCampaignAsync("CA-9K2M4T7X")),
            ["campaigns.run"] = new(Example.Read("branded-order"), api => api.RunCampaignAsync("CA-9K2M4T7X", CampaignRun, Key)),
        };

    public static TheoryData<string> Names => [.. All.Keys];

    /// <summary>Whether a call may buy something or spend money.</summary>
    public static bool MovesMoney(string name) =>
        name is "branded_cards.order" or "choice_cards.order" or "reward_links.order" or "campaigns.run" or "balance.charge";

    /// <summary>Whether a call answers with a list.</summary>
    public static bool IsList(string name) => name.EndsWith(".list", StringComparison.Ordinal) || name == "balance.ledger";

    /// <summary>Whether any 2xx has said all there is to say.</summary>
    public static bool TakesAnyAnswer(string name) =>
        name.EndsWith(".delete", StringComparison.Ordinal) || name is "orders.cancel" or "orders.resend";
}
