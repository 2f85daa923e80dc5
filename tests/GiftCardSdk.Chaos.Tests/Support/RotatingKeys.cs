using System.Globalization;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Chaos.Tests.Support;

/// <summary>One account at its twin, whose keys follow a configuration that is reloaded.</summary>
internal sealed class RotatingKeys : IAsyncDisposable
{
    private const string NoLimit = "100000";

    private readonly GiftCardSandbox _sandbox;
    private readonly IConfigurationRoot _configuration;
    private readonly ServiceProvider _services;
    private readonly string _provider;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private int _key;

    private RotatingKeys(GiftCardSandbox sandbox, string provider)
    {
        (_sandbox, _provider) = (sandbox, provider);
        _configuration = new ConfigurationBuilder().AddInMemoryCollection().Build();
        Fund();
        Accept();
        Set("BaseAddress", Twin.BaseAddress.ToString());
        ConfigureOnlyNext();
        var services = new ServiceCollection();
        services.AddLogging();
        Add(services.AddGiftCards());
        _services = services.BuildServiceProvider();
        Account = _services.GetRequiredService<IGiftCards>().GetAccount(provider);
    }

    public IGiftCardAccount Account { get; }

    public ProviderTwin Twin => _sandbox.Twins.Single(twin => twin.Name == _provider);

    /// <summary>How many keys the provider has accepted one after the other.</summary>
    public int Used => _used.Count;

    public static async Task<RotatingKeys> StartAsync(string provider) =>
        new(
            await GiftCardSandbox.StartAsync(options =>
            {
                options.Gifq.RequestsPerSecond = null;
                options.Giftronaut.SandboxRequestsPerMinute = null;
            }),
            provider
        );

    /// <summary>The application learns the next key, as its second one.</summary>
    public void ConfigureNext()
    {
        _key++;
        Configure("Secondary", Key);
    }

    /// <summary>From now on the provider takes the next key alone; the tokens that the old one had fetched end with it.</summary>
    public void EndOld() => Accept();

    /// <summary>The application knows one key.</summary>
    public void ConfigureOnlyNext()
    {
        Configure("", Key);
        Configure("Secondary", null);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    private string Key => string.Create(CultureInfo.InvariantCulture, $"key-{_key}-of-{_provider}");

    private void Accept()
    {
        _used.Add(Key);
        switch (_provider)
        {
            case "giftbit":
                _sandbox.Giftbit.SetApiTokens(Key);
                break;
            case "gifq":
                _sandbox.Gifq.SetApiTokens(Key);
                break;
            case "huuray":
                _sandbox.Huuray.SetApiCredentials(new HuurayCredential(Key, Key));
                break;
            case "giftronaut":
                _sandbox.Giftronaut.SetClientSecret(_sandbox.Giftronaut.ClientId, Key);
                _sandbox.Giftronaut.RevokeTokens();
                break;
            default:
                _sandbox.GiftCardPartners.SetAccessTokens(Key);
                _sandbox.GiftCardPartners.RevokeTokens();
                break;
        }
    }

    private void Configure(string which, string? key)
    {
        foreach (var name in SecretNames())
        {
            Set(which + name, key);
        }

        _configuration.Reload();
    }

    private IReadOnlyList<string> SecretNames() =>
        _provider switch
        {
            "huuray" => ["ApiToken", "ApiSecret"],
            "giftronaut" => ["ClientSecret"],
            "giftcardpartners" => ["AccessToken"],
            _ => ["ApiToken"],
        };

    private void Set(string name, string? value) => _configuration[name] = value;

    private void Add(GiftCardsBuilder builder)
    {
        switch (_provider)
        {
            case "giftbit":
                builder.AddGiftbit(_configuration);
                break;
            case "gifq":
                Set("RequestsPerSecond", "1000");
                builder.AddGifq(_configuration);
                break;
            case "huuray":
                builder.AddHuuray(_configuration);
                break;
            case "giftronaut":
                Set("ClientId", _sandbox.Giftronaut.ClientId);
                Set("MaxRequestsPerMinute", NoLimit);
                builder.AddGiftronaut(_configuration);
                break;
            default:
                Set("Email", _sandbox.GiftCardPartners.Email);
                // Says how the provider's own refusals look, which no document does; otherwise a refused order is looked for before it is repeated.
                Set("WireAssumptions:ErrorMembers:0", "Message");
                builder.AddGiftCardPartners(_configuration);
                break;
        }
    }

    private void Fund()
    {
        foreach (var currency in (string[])["USD", "EUR", "GBP", "CAD", "JPY"])
        {
            _sandbox.Giftbit.SetBalance(currency, 1_000_000_000);
            _sandbox.Gifq.SetBalance(currency == "CAD" ? "EUR" : currency, 1_000_000_000);
        }
    }
}
