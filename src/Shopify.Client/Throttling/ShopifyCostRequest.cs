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
    /// The settled reservation of an attempt of the same call that did not run; the call then keeps its old place in the queue. Null for a first attempt.
    /// </summary>
    public ShopifyCostReservation? Previous { get; init; }
}
