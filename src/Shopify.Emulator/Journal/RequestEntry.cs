namespace Shopify.Emulator.Journal;

/// <summary>An HTTP request that was answered (or broken off by a scripted fault).</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path below the shop, without the query.</param>
/// <param name="Operation">Name of the GraphQL operation; null for other requests and anonymous operations.</param>
/// <param name="StatusCode">HTTP status of the answer.</param>
public sealed record RequestEntry(DateTimeOffset At, string Shop, string Method, string Path, string? Operation, int StatusCode)
    : JournalEntry(At, Shop)
{
    /// <summary>Whether it was a GraphQL call that the cost bucket, or a scripted fault, refused with <c>THROTTLED</c>.</summary>
    public bool IsThrottled { get; init; }
}
