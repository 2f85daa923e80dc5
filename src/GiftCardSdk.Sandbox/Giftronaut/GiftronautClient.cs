namespace GiftCardSdk.Sandbox;

/// <summary>An app of the developer portal: the credentials that choose organization and environment.</summary>
public sealed record GiftronautClient
{
    /// <summary>The <c>client_id</c> of the token call.</summary>
    public required string ClientId { get; init; }

    /// <summary>The <c>client_secret</c> of the token call.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>The production environment; false, the default, means the provider's sandbox. Nothing in a request's address tells them apart.</summary>
    public bool IsProduction { get; init; }

    /// <summary>Who owns the app. Each organization has one account an environment: balance, orders, templates, campaigns and keys.</summary>
    public string Organization { get; init; } = "harbour-pine";

    /// <summary>The scopes the app was given; all of them by default.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = GiftronautScope.All;

    /// <summary>The client id; never the secret.</summary>
    public override string ToString() => ClientId;
}
