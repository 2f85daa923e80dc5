global using System.Globalization;
global using System.Net;
global using System.Text;
global using System.Text.Json;
global using GiftCardSdk;
global using GiftCardSdk.Adapters;
global using GiftCardSdk.Http;
global using GiftCardSdk.Sandbox;
global using Microsoft.AspNetCore.Builder;
global using Microsoft.AspNetCore.Http;
global using Microsoft.Extensions.Configuration;
global using Microsoft.Extensions.DependencyInjection;
global using Microsoft.Extensions.Hosting;
global using Microsoft.Extensions.Logging;
global using Microsoft.Extensions.Options;

namespace Documentation;

/// <summary>What a block of statements finds around it. A block may declare a variable of the same name for itself.</summary>
internal abstract class Surroundings
{
    protected static string[] args => throw new InvalidOperationException();

    protected static IServiceCollection services => throw new InvalidOperationException();

    protected static IConfiguration configuration => throw new InvalidOperationException();

    protected static IGiftCards giftCards => throw new InvalidOperationException();

    protected static IGiftCardAccount account => throw new InvalidOperationException();

    protected static CancellationToken cancellationToken => throw new InvalidOperationException();
}
