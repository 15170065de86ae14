namespace Shopify.Client;

/// <summary>What is known of the API version in use, for a health check.</summary>
public sealed record ShopifyVersionStatus
{
    /// <summary>The version asked for, <see cref="ShopifyClientOptions.ApiVersion"/>.</summary>
    public required string Asked { get; init; }

    /// <summary>The version that the last answer came from; null before the first.</summary>
    public string? Served { get; init; }

    /// <summary>How long the version asked for will do.</summary>
    public required ApiVersionState State { get; init; }

    /// <summary>The first day without support; null for <c>unstable</c>.</summary>
    public DateOnly? SupportedUntil { get; init; }

    /// <summary>The latest version that Shopify supports, from <see cref="ShopifyAdmin.GetApiVersionsAsync"/>; null when it was not asked yet.</summary>
    public string? Latest { get; init; }

    /// <summary>Operations whose answers were marked as using something deprecated, by name, at most 100.</summary>
    public IReadOnlyList<string> DeprecatedOperations { get; init; } = [];

    /// <summary>One plain sentence for each thing somebody should do; empty when all is well.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
