using Refit;

namespace PackageConsumer;

internal interface ISandboxPage
{
    [Get("/_sandbox")]
    Task<string> ReadAsync();
}
