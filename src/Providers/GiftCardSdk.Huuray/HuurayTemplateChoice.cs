using System.Globalization;

namespace GiftCardSdk.Huuray;

/// <summary>
/// The template of a delivered order. An order carries no channel: its template's type decides, so that an e-mail ordered with a template for text
/// messages would go out as one. It is looked at before the order is sent; without an id, the only one of that type and language is taken.
/// </summary>
internal sealed class HuurayTemplateChoice(IHuurayApi api, HuuraySettings settings, TimeProvider time)
{
    /// <summary>A template's type does not change, and one that is not among those kept is looked for anew.</summary>
    private static readonly TimeSpan KeepFor = TimeSpan.FromMinutes(10);

    private const string Unread = "The templates could not be read before the order, so nothing was sent.";

    private Kept? _kept;

    public static int? IdOf(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>The template that the order is to name; null if nothing is delivered.</summary>
    /// <exception cref="GiftCardException">There is none that fits, or it could not be read; nothing was sent.</exception>
    public async Task<int?> ChooseAsync(OrderRequest request, CancellationToken cancellationToken)
    {
        if (request.Delivery == Delivery.Returned)
        {
            return null;
        }

        var isEmail = request.Delivery == Delivery.Email;
        var wanted = new Wanted(
            request.Delivery,
            isEmail ? settings.Assumptions.EmailTemplateType : settings.Assumptions.SmsTemplateType,
            string.IsNullOrWhiteSpace(request.Language) ? null : request.Language.Trim(),
            IdOf(request.TemplateId) ?? (isEmail ? settings.Initial.EmailTemplateId : settings.Initial.SmsTemplateId)
        );
        if (FindKept() is { } kept && wanted.Choose(kept) is { } known)
        {
            return known;
        }

        var templates = await ReadAsync(cancellationToken).ConfigureAwait(false);
        return wanted.Choose(templates)
            ?? throw settings.Refuse(
                GiftCardErrorCode.InvalidRequest,
                $"{wanted.Complain(templates)} Nothing was sent. {ListOf(templates)}",
                HuurayOperationNames.CreateOrder,
                GiftCardOutcome.NothingCreated
            );
    }

    private IReadOnlyList<HuurayTemplate>? FindKept() =>
        Volatile.Read(ref _kept) is { } kept && time.GetElapsedTime(kept.ReadAt) < KeepFor ? kept.Templates : null;

    private async Task<IReadOnlyList<HuurayTemplate>> ReadAsync(CancellationToken cancellationToken)
    {
        var readAt = time.GetTimestamp();
        try
        {
            var templates = (await api.ListTemplatesAsync(cancellationToken).ConfigureAwait(false)).Templates;
            Volatile.Write(ref _kept, new(templates, readAt));
            return templates;
        }
        // Whatever became of the reading, no order was sent.
        catch (GiftCardException failure)
        {
            throw failure.Restate($"{Unread} {failure.Message}", failure.Code, GiftCardOutcome.NothingCreated);
        }
        catch (OperationCanceledException)
        {
            throw new GiftCardException(Unread, GiftCardErrorCode.ProviderUnavailable, GiftCardOutcome.NothingCreated)
            {
                Provider = HuurayDefaults.Provider,
                Account = settings.AccountName,
                Operation = HuurayOperationNames.ListTemplates,
                IsTransient = true,
            };
        }
    }

    private static string ListOf(IReadOnlyList<HuurayTemplate> templates) =>
        templates.Count == 0
            ? "The account has no template for messages; they are made in Huuray's portal."
            : "There are "
                + string.Join(
                    ", ",
                    templates.Select(template =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{template.Id} ({template.Type}, {template.Language ?? "no language"})"
                        )
                    )
                )
                + ".";

    private sealed record Kept(IReadOnlyList<HuurayTemplate> Templates, long ReadAt);

    /// <summary>What an order asks of its template.</summary>
    private sealed record Wanted(Delivery Delivery, string Type, string? Language, int? Id)
    {
        public int? Choose(IReadOnlyList<HuurayTemplate> templates) =>
            templates
                .Where(template => (Id is null || IdOf(template.Id) == Id) && Fits(template))
                .Select(template => IdOf(template.Id))
                .OfType<int>()
                .ToArray()
                is [var only]
                ? only
                : null;

        public string Complain(IReadOnlyList<HuurayTemplate> templates) =>
            Id is null
                ? $"TemplateId: delivery {Delivery} needs a template of type {Type}{ForLanguage}, and there is not exactly one; name it, in the order or in the account's options."
            : templates.FirstOrDefault(template => IdOf(template.Id) == Id) is not { } named
                ? $"TemplateId: the account has no template {Id}."
            : !IsOfType(named)
                ? $"TemplateId: template {Id} is of type {named.Type}, so that it does not deliver by {Delivery}; one of type {Type} is needed."
            : $"Language: template {Id} is written in '{named.Language}', but '{Language}' was asked for.";

        private string ForLanguage => Language is null ? "" : $" in '{Language}'";

        private bool Fits(HuurayTemplate template) =>
            IsOfType(template) && (Language is null || Same(Primary(template.Language), Primary(Language)));

        private bool IsOfType(HuurayTemplate template) => Same(template.Type?.Trim(), Type);

        /// <summary>Templates name a language alone; of <c>fr-CA</c> the country is not looked at.</summary>
        private static string? Primary(string? language) => language?.Split('-', '_')[0];

        private static bool Same(string? left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
    }
}
