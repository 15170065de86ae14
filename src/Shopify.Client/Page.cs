namespace Shopify.Client;

/// <summary>One page of a connection.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The items of this page, in order.</param>
/// <param name="HasNextPage">Whether more follow.</param>
/// <param name="EndCursor">
/// Goes into <c>After</c> of the next call; null when the page is empty. Opaque, and valid only with the same filter and order.
/// </param>
public sealed record Page<T>(IReadOnlyList<T> Items, bool HasNextPage, string? EndCursor)
{
    /// <summary>Search filters that Shopify ignored, so that more was found than asked for; empty when all were applied.</summary>
    public IReadOnlyList<SearchWarning> SearchWarnings { get; init; } = [];
}
