using System.Globalization;
using ShopBot.Shopping.Checkout;

namespace ShopBot.Shopify.Checkout;

/// <summary>
/// <c>/buy/{variant}:{quantity},…</c> of the Universal Commerce Protocol, where the shop offers it. Cart attributes are not known to travel with it,
/// so an order may not find its way back to the chat: the reference is sent as a campaign only.
/// </summary>
/// <seealso href="https://ucp.dev"/>
internal sealed class BuyPermalinkWay(BuyEndpoints endpoints, LineCheck check) : ICheckoutWay
{
    public string Name => CheckoutWays.BuyPermalink;

    public TimeSpan Deadline { get; } = TimeSpan.FromSeconds(4);

    public async Task<WayResult> TryAsync(CheckoutAttempt attempt, CancellationToken cancellationToken)
    {
        if (await endpoints.FindAsync(attempt.Shop.Domain, cancellationToken).ConfigureAwait(false) is not { } endpoint)
            return new WayResult(WayOutcomes.Unfit);
        var (lines, changes) = await check.TryAsync(attempt, cancellationToken).ConfigureAwait(false) ?? (attempt.Lines, []);
        if (lines.Count == 0)
            return new WayResult(WayOutcomes.NothingLeft, new CheckoutResult(null, []) { Changes = changes });
        var link = CartPermalink.Items(lines) is { } items ? CartPermalink.Fitting($"{endpoint}/{items}?{Query(attempt.Request)}") : null;
        return link is null ? new WayResult(WayOutcomes.Unfit) : new WayResult(WayOutcomes.Made, new CheckoutResult(link, []) { Changes = changes });
    }

    private static string Query(CheckoutRequest request) => string.Join('&', [
        "attribution/utm_source=whatsapp",
        $"attribution/utm_campaign={ChatReference.Of(request.Customer)}",
        .. request.DiscountCodes.Select(static (code, i) => string.Create(CultureInfo.InvariantCulture, $"discounts/codes/{i}={Uri.EscapeDataString(code)}")),
    ]);
}
