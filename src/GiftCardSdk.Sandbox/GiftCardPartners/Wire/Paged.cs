namespace GiftCardSdk.Sandbox.GiftCardPartners.Wire;

/// <summary>One page of a list in its envelope.</summary>
internal sealed record Paged<T>(int Page, int PageSize, int TotalCount, IReadOnlyList<T> Data);
