namespace Shopify.Client;

/// <summary>Points wanted for one attempt.</summary>
public sealed record ShopifyCostRequest
{
    /// <summary>The bucket.</summary>
    public required ShopifyCostBucket Bucket { get; init; }

    /// <summary>The points the attempt is expected to ask for; zero or more.</summary>
    public required double Points { get; init; }

    /// <summary>Who goes first.</summary>
    public ShopifyCallPriority Priority { get; init; }

    /// <summary>The longest wait; zero refuses unless the points are there.</summary>
    public required TimeSpan MaxWait { get; init; }

    /// <summary>
    /// The place in line within this process: calls that began earlier have lower numbers and come first. A repeated call keeps its number.
    /// </summary>
    public long Order { get; init; }

    /// <summary>Whether an attempt of the same call was made before; it has waited already, so a full queue still takes it.</summary>
    public bool IsRepeat { get; init; }

    /// <summary>What goes on learning while the call waits in line; null when the points are certain.</summary>
    internal OperationCost? Learning { get; init; }
}
