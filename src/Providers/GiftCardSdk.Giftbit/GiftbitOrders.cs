using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftbit;

/// <summary>Places an order: a fresh look at its brands, then one create call.</summary>
internal sealed class GiftbitOrders(IGiftbitApi api, GiftbitHoldings holdings, GiftbitSettings settings)
{
    private const string Operation = "order.submit";

    public async Task<Order> SubmitAsync(OrderSubmission submission, CancellationToken cancellationToken)
    {
        // The permit is asked for before the first byte of the create; until then, reading brands included, it can be taken back.
        SendPermit.Current?.Attach();
        var selection = GiftbitSelection.Of(submission.Request);
        await CheckBrandsAsync(selection.BrandCodes, submission.Request.Lines[0].FaceValue, cancellationToken).ConfigureAwait(false);
        // Before the order, and not after it: nothing keeps an order from its caller that was bought.
        var funds = await holdings.ReadAsync(submission.Request.Lines[0].FaceValue.Currency, cancellationToken).ConfigureAwait(false);
        try
        {
            var order =
                submission.Request.Delivery == Delivery.Email
                    ? await SendEmailAsync(selection, submission, cancellationToken).ConfigureAwait(false)
                : submission.Request.OptionsOf<GiftbitOrderOptions>() is { ShortLink: true }
                    ? await SendShortLinksAsync(selection, submission, cancellationToken).ConfigureAwait(false)
                : await SendDirectLinksAsync(selection, submission, cancellationToken).ConfigureAwait(false);
            return await WithAgeAsync(GiftbitHoldings.WithKnownCost(order, funds), cancellationToken).ConfigureAwait(false);
        }
        catch (GiftCardException refusal) when (GiftbitErrors.MayBeRepeat(refusal))
        {
            if (await FindEarlierAsync(submission.ProviderKey, cancellationToken).ConfigureAwait(false) is { } earlier)
            {
                throw TakenBefore(earlier, refusal);
            }

            throw;
        }
    }

    /// <summary>
    /// An order shows no date, and a new one is still being created. One that is created already may have been there before: its rewards tell since
    /// when, and an order counts as placed whether they can be read or not.
    /// </summary>
    private async Task<Order> WithAgeAsync(Order order, CancellationToken cancellationToken)
    {
        if (order.RawStatus != GiftbitWords.CampaignStatus.Created)
        {
            return order;
        }

        try
        {
            var query = new GiftbitGiftQuery { CampaignUuid = order.Id };
            await foreach (var gift in api.ListAllGiftsAsync(query, cancellationToken).ConfigureAwait(false))
            {
                if (gift.CampaignUuid == order.Id && settings.Time.Read(gift.CreatedDate) is { } created)
                {
                    return order with { CreatedAt = created };
                }
            }
        }
        catch (Exception failure) when (failure is GiftCardException or OperationCanceledException)
        {
            // It was taken anyway.
        }

        return order;
    }

    private async Task<Order> SendEmailAsync(GiftbitSelection selection, OrderSubmission submission, CancellationToken cancellationToken)
    {
        var request = submission.Request;
        var reply = await api.CreateEmailCampaignAsync(
                new GiftbitEmailCampaign
                {
                    Id = submission.ProviderKey,
                    Contacts = [.. request.Lines.Select(line => Contact(line.Recipient))],
                    PriceInCents = GiftbitMoney.ToCents(request.Lines[0].FaceValue),
                    BrandCodes = Brands(selection),
                    Region = selection.Region,
                    GiftTemplate = WireText.OrNull(request.TemplateId),
                    Subject = WireText.OrNull(request.Message?.Subject),
                    Message = WireText.OrNull(request.Message?.Body),
                    Expiry = request.ClaimBy,
                },
                null,
                cancellationToken
            )
            .ConfigureAwait(false);
        var order = Placed(reply.Campaign, reply.Info, submission, GiftbitOperationNames.CreateEmail);
        var refused = GiftbitRecipients.Refused(reply.Campaign, request.Lines);
        return refused.Count < request.Lines.Count ? order with { Rewards = refused } : throw AllRefused(reply.Campaign, submission);
    }

    private async Task<Order> SendShortLinksAsync(
        GiftbitSelection selection,
        OrderSubmission submission,
        CancellationToken cancellationToken
    )
    {
        var request = submission.Request;
        var reply = await api.CreateShortLinkCampaignAsync(
                new GiftbitShortLinkCampaign
                {
                    Id = submission.ProviderKey,
                    LinkCount = request.Lines[0].Quantity,
                    PriceInCents = GiftbitMoney.ToCents(request.Lines[0].FaceValue),
                    BrandCodes = Brands(selection),
                    Region = selection.Region,
                    GiftTemplate = WireText.OrNull(request.TemplateId),
                    Message = WireText.OrNull(request.OptionsOf<GiftbitOrderOptions>()?.LandingPageMessage),
                    Expiry = request.ClaimBy,
                },
                null,
                cancellationToken
            )
            .ConfigureAwait(false);
        return Placed(reply.Campaign, reply.Info, submission, GiftbitOperationNames.CreateShortLinks) with
        {
            PollAfter = settings.Initial.ShortLinkPollInterval,
        };
    }

    private async Task<Order> SendDirectLinksAsync(
        GiftbitSelection selection,
        OrderSubmission submission,
        CancellationToken cancellationToken
    )
    {
        var request = submission.Request;
        var reply = await api.CreateDirectLinksAsync(
                new GiftbitDirectLinkOrder
                {
                    Id = submission.ProviderKey,
                    LinkCount = request.Lines[0].Quantity,
                    PriceInCents = GiftbitMoney.ToCents(request.Lines[0].FaceValue),
                    BrandCodes = Brands(selection),
                    Region = selection.Region,
                    Expiry = request.ClaimBy,
                },
                null,
                cancellationToken
            )
            .ConfigureAwait(false);
        var order = Placed(reply.Campaign, reply.Info, submission, GiftbitOperationNames.CreateDirectLinks);
        var rewards = GiftbitRewards.OfDirectLinks(reply, request.Lines[0], isChoice: selection.BrandCodes.Count != 1);
        return rewards.Count >= request.Lines[0].Quantity
            ? order with
            {
                Rewards = rewards,
                Status = GiftbitOrderMapping.StatusWithLinks(reply.Campaign.Status, reply.Info?.Code),
            }
            : order with
            {
                Rewards = rewards,
            };
    }

    /// <summary>The order as it was taken, after a check that the answer speaks of it and not of another.</summary>
    private Order Placed(GiftbitCampaign campaign, GiftbitInfo? info, OrderSubmission submission, string operation)
    {
        if (campaign.Id is not null && campaign.Id != submission.ProviderKey)
        {
            throw settings.Unexpected(
                $"Giftbit was sent order {submission.ProviderKey} and answered with another one.",
                operation,
                GiftCardOutcome.MayExist
            );
        }

        // What a known id with other content is answered is not documented; most likely with the first order.
        return GiftbitOrderMapping.ContradictionOf(campaign, submission.Request) is { } difference
            ? throw OtherContent(
                $"Giftbit's order {campaign.Uuid} under this id has another {difference} than was asked for: the id may stand for an order that was placed before.",
                operation
            )
            : GiftbitOrderMapping.Placed(campaign, info, submission, settings.AccountName);
    }

    /// <summary>
    /// An order carries no currency: 25 EUR sent to a brand in dollars would buy 25 USD. So each brand is read, fresh, before each order; the
    /// same read tells whether it can still be bought at this price.
    /// </summary>
    private async Task CheckBrandsAsync(IReadOnlyList<string> brandCodes, Money value, CancellationToken cancellationToken)
    {
        foreach (var code in brandCodes)
        {
            var line = new OrderLine { ProductId = code, FaceValue = value };
            var brand = await ReadBrandAsync(line, cancellationToken).ConfigureAwait(false);
            if (!Money.IsCurrency(brand.Currency))
            {
                throw Refuse(
                    GiftCardErrorCode.ProductUnavailable,
                    $"The brand '{code}' names no currency, so what its price would buy cannot be known. Nothing was sent."
                );
            }

            if (!string.Equals(brand.Currency, value.Currency, StringComparison.OrdinalIgnoreCase))
            {
                throw Refuse(
                    GiftCardErrorCode.ProductUnavailable,
                    $"{OrderFit.OtherCurrency(0, line, [brand.Currency])} Nothing was sent."
                );
            }

            if (GiftbitMoney.PricesOf(brand) is var prices && prices.Allows(value) == false)
            {
                throw Refuse(GiftCardErrorCode.ProductUnavailable, $"{OrderFit.OtherFaceValue(0, line, [prices])} Nothing was sent.");
            }
        }
    }

    private async Task<GiftbitBrandDetail> ReadBrandAsync(OrderLine line, CancellationToken cancellationToken)
    {
        try
        {
            return (await api.GetBrandAsync(line.ProductId, null, cancellationToken).ConfigureAwait(false)).Brand;
        }
        catch (GiftCardException failure)
        {
            throw OrderFit.NotRead(failure, 0, line);
        }
    }

    /// <summary>The order that took this id before, or null if there is none or it cannot be told: then the refusal stands.</summary>
    private async Task<GiftbitCampaign?> FindEarlierAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            var reply = await api.GetCampaignAsync(key, null, cancellationToken).ConfigureAwait(false);
            return reply.Campaign.Id == key ? reply.Campaign : null;
        }
        catch (GiftCardException)
        {
            return null;
        }
    }

    private static GiftCardException TakenBefore(GiftbitCampaign earlier, GiftCardException refusal) =>
        refusal.Restate(
            $"Giftbit refused the order because its id stands for order {earlier.Uuid} already. {refusal.Message}",
            GiftCardErrorCode.Conflict,
            GiftCardOutcome.MayExist,
            earlier.Uuid
        );

    private GiftCardException AllRefused(GiftbitCampaign campaign, OrderSubmission submission)
    {
        var who = submission.Request.Lines.Count == 1 ? "its only recipient" : "every one of its recipients";
        return new(
            $"Giftbit took the order as {campaign.Uuid} but refused {who}, so no reward was made. Correct the address and place it under a new reference.",
            GiftCardErrorCode.InvalidRecipient,
            GiftCardOutcome.MayExist
        )
        {
            Provider = GiftbitDefaults.Provider,
            Account = settings.AccountName,
            Operation = GiftbitOperationNames.CreateEmail,
            OrderId = campaign.Uuid,
        };
    }

    private GiftCardException OtherContent(string message, string operation) =>
        new(message, GiftCardErrorCode.Conflict, GiftCardOutcome.MayExist)
        {
            Provider = GiftbitDefaults.Provider,
            Account = settings.AccountName,
            Operation = operation,
        };

    private GiftCardException Refuse(GiftCardErrorCode code, string message) =>
        settings.Refuse(code, message, Operation, GiftCardOutcome.NothingCreated);

    private static GiftbitContact Contact(Recipient? recipient) =>
        new()
        {
            Email = recipient?.Email?.Trim() ?? "",
            FirstName = WireText.OrNull(recipient?.FirstName),
            LastName = WireText.OrNull(recipient?.LastName),
        };

    private static IReadOnlyList<string>? Brands(GiftbitSelection selection) =>
        selection.BrandCodes.Count == 0 ? null : selection.BrandCodes;
}
