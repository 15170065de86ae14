namespace Shopify.Client;

/// <summary>Points taken for one attempt. A budget of your own may derive from it to remember more.</summary>
/// <param name="bucket">The bucket.</param>
/// <param name="points">The points taken.</param>
public class ShopifyCostReservation(ShopifyCostBucket bucket, double points)
{
    /// <summary>The bucket.</summary>
    public ShopifyCostBucket Bucket { get; } = bucket;

    /// <summary>The points taken.</summary>
    public double Points { get; } = points;
}
