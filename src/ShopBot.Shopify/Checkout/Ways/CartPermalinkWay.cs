using ShopBot.Shopping.Checkout;

namespace ShopBot.Shopify.Checkout;

/// <summary>A link that needs no call. Shopify says nothing about its lines, so they are checked before, as far as the shop answers.</summary>
internal sealed class CartPermalinkWay(CartPermalink permalink, LineCheck check) : ICheckoutWay
{
    public string Name => CheckoutWays.CartPermalink;

    public TimeSpan Deadline { get; } = TimeSpan.FromSeconds(4);

    public async Task<WayResult> TryAsync(CheckoutAttempt attempt, CancellationToken cancellationToken)
    {
        var (lines, changes) = await check.TryAsync(attempt, cancellationToken).ConfigureAwait(false) ?? (attempt.Lines, []);
        if (lines.Count == 0)
            return new WayResult(WayOutcomes.NothingLeft, new CheckoutResult(null, []) { Changes = changes });
        var link = permalink.Build(attempt.Shop.Domain, attempt.Request.Customer, lines, attempt.Request.DiscountCodes, attempt.Language);
        return link is null ? new WayResult(WayOutcomes.Unfit) : new WayResult(WayOutcomes.Made, new CheckoutResult(link, []) { Changes = changes });
    }
}
