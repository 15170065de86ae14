using System.Globalization;
using ShopBot.Shopify.Catalog;
using ShopBot.Shopping.Checkout;
using Shopify.Client;

namespace ShopBot.Shopify.Checkout;

/// <summary>A Storefront cart with the chat's reference. Lines that cannot be bought are taken out once, and the rest is tried again.</summary>
internal sealed class StorefrontCartWay(ShopifyClient client, LineCheck check) : ICheckoutWay
{
    public string Name => CheckoutWays.StorefrontCart;

    public TimeSpan Deadline { get; } = TimeSpan.FromSeconds(4);

    public async Task<WayResult> TryAsync(CheckoutAttempt attempt, CancellationToken cancellationToken)
    {
        var storefront = attempt.Readiness.Storefront == StorefrontAccess.Tokenless
            ? client.StorefrontWithoutToken(attempt.Shop.Domain)
            : client.Storefront(attempt.Shop);
        var first = await storefront.CreateCartAsync(Input(attempt, attempt.Lines), cancellationToken).ConfigureAwait(false);
        if (first.UserErrors.Count == 0)
            return CartReading.Of(first, attempt.Lines, [], attempt.Request.DiscountCodes);
        var refused = RefusedLines(first.UserErrors, attempt.Lines);
        if (refused.Count == 0)
            return new WayResult(WayOutcomes.Refused);
        if (await check.TryAsync(attempt, cancellationToken).ConfigureAwait(false) is not { } today || refused.Any(line => today.Lines.Any(left => left.VariantId == line.VariantId)))
            // The shop sells it, only not through this API: another way can.
            return new WayResult(WayOutcomes.Denied);
        if (today.Lines.Count == 0)
            return new WayResult(WayOutcomes.NothingLeft, new CheckoutResult(null, []) { Changes = today.Changes });
        var second = await storefront.CreateCartAsync(Input(attempt, today.Lines), cancellationToken).ConfigureAwait(false);
        return second.UserErrors.Count == 0 ? CartReading.Of(second, today.Lines, today.Changes, attempt.Request.DiscountCodes) : new WayResult(WayOutcomes.Refused);
    }

    private static CartInput Input(CheckoutAttempt attempt, IReadOnlyList<CheckoutLine> lines) => new()
    {
        Lines = [.. lines.Select(static line => new CartLineInput(line.VariantId, line.Quantity))],
        Attributes = [new CartAttribute(ChatReference.Attribute, ChatReference.Of(attempt.Request.Customer))],
        DiscountCodes = attempt.Request.DiscountCodes,
        CountryCode = attempt.Country?.Code,
        LanguageCode = attempt.Language is { } language ? StorefrontLanguage.Of(language) : null,
    };

    /// <summary>Errors name a line by its place: <c>input, lines, 0, merchandiseId</c>. Any other error concerns the cart as a whole.</summary>
    private static List<CheckoutLine> RefusedLines(IReadOnlyList<ShopifyUserError> errors, IReadOnlyList<CheckoutLine> lines)
    {
        var refused = new List<CheckoutLine>();
        foreach (var error in errors)
        {
            if (error.Field is not ["input", "lines", var place, ..] || !int.TryParse(place, CultureInfo.InvariantCulture, out var index) || index < 0 || index >= lines.Count)
                return [];
            refused.Add(lines[index]);
        }

        return refused;
    }
}
