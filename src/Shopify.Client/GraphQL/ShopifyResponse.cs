namespace Shopify.Client;

/// <summary>A GraphQL answer as it came: data, errors, or both at once.</summary>
/// <typeparam name="TData">The type of <c>data</c>.</typeparam>
public sealed record ShopifyResponse<TData>
{
    /// <summary>The data; null when the operation did not run. With <see cref="Errors"/> beside it, parts of it may be missing.</summary>
    public TData? Data { get; init; }

    /// <summary>What went wrong; empty when nothing did.</summary>
    public IReadOnlyList<ShopifyGraphQLError> Errors { get; init; } = [];

    /// <summary>The query-cost bucket after this operation; null on the Storefront API and on parse errors.</summary>
    public ThrottleStatus? Throttle { get; init; }

    /// <summary>What had to be in the bucket before the operation ran, in points; null when not told.</summary>
    public double? RequestedCost { get; init; }

    /// <summary>What it took in the end, in points; null when it did not run or was not told.</summary>
    public double? ActualCost { get; init; }

    /// <summary>Shopify's <c>X-Request-Id</c>; null when absent.</summary>
    public string? RequestId { get; init; }

    /// <summary>The API version that answered, which is another one than asked for when that has ended; null when not told.</summary>
    public string? ApiVersionServed { get; init; }

    /// <summary>Search filters that Shopify did not understand and therefore ignored; empty when all were applied.</summary>
    public IReadOnlyList<SearchWarning> SearchWarnings { get; init; } = [];
}
