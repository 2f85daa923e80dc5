using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.EntityFrameworkCore.Tests;

/// <summary>The provider of record that processes share: Huuray's twin, where a repeat buys again.</summary>
internal static class Twin
{
    public const string Product = "pt-nord-kaffe-se";

    public static void AddTwin(this GiftCardsBuilder builder, GiftCardSandbox sandbox) =>
        builder.AddHuuray(options =>
        {
            options.BaseAddress = sandbox.Huuray.BaseAddress;
            options.ApiToken = sandbox.Huuray.ApiToken;
            options.ApiSecret = sandbox.Huuray.ApiSecret;
        });
}
