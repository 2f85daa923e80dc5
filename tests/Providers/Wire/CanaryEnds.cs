namespace GiftCardSdk.Providers.Wire;

/// <summary>How a call may end that must show nothing secret: every kind of status, each with a body that tells all, one that is cut, and a page.</summary>
internal sealed class CanaryEnds : TheoryData<int, string>
{
    public CanaryEnds()
    {
        foreach (var status in new[] { 200, 201, 302, 400, 401, 404, 408, 422, 429, 500 })
        {
            Add(status, "leaky");
            Add(status, "broken");
            Add(status, "html");
        }
    }
}
