namespace ShopBot.Shopify.Checkout;

/// <summary>One way to make a link.</summary>
internal interface ICheckoutWay
{
    /// <summary>One of <see cref="CheckoutWays"/>.</summary>
    string Name { get; }

    /// <summary>The most it may take.</summary>
    TimeSpan Deadline { get; }

    /// <summary>Tries. May throw what the client throws; the next way is tried then.</summary>
    Task<WayResult> TryAsync(CheckoutAttempt attempt, CancellationToken cancellationToken);
}
