using ShopBot.Shopify.Tokens;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Checkout;
using Shopify.Client;

namespace ShopBot.Shopify.Checkout;

/// <summary>Holds lines against today's prices and stock, for the ways that do not do so themselves.</summary>
internal sealed class LineCheck(IShopCatalog catalog, TimeProvider time)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2);

    /// <returns>The lines that can be bought, and what is not as asked; null when the shop did not say.</returns>
    public async Task<(IReadOnlyList<CheckoutLine> Lines, IReadOnlyList<CheckoutChange> Changes)?> TryAsync(
        CheckoutAttempt attempt, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            var offers = await catalog.GetVariantsAsync(attempt.Store, [.. attempt.Lines.Select(static line => line.VariantId)], either.Token).ConfigureAwait(false);
            return Compare(attempt.Lines, offers);
        }
        catch (Exception failure) when (failure is ShopifyException or ShopNotConnectedException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    private static (IReadOnlyList<CheckoutLine>, IReadOnlyList<CheckoutChange>) Compare(IReadOnlyList<CheckoutLine> lines, IReadOnlyList<VariantOffer?> offers)
    {
        List<CheckoutLine> kept = [];
        List<CheckoutChange> changes = [];
        foreach (var (line, offer) in lines.Zip(offers))
        {
            if (offer is not { Available: true } || offer.MostAvailable < 1)
            {
                changes.Add(new CheckoutChange(line.VariantId, offer is null ? CheckoutChangeKind.Gone : CheckoutChangeKind.SoldOut));
                continue;
            }

            var now = line with { Quantity = Math.Min(line.Quantity, offer.MostAvailable ?? int.MaxValue) };
            kept.Add(now);
            if (now.Quantity < line.Quantity)
                changes.Add(new CheckoutChange(line.VariantId, CheckoutChangeKind.Fewer) { Quantity = now.Quantity });
            if (line.Price is { } told && told.Currency == offer.Price.Currency && told != offer.Price)
                changes.Add(new CheckoutChange(line.VariantId, CheckoutChangeKind.Repriced) { Quantity = now.Quantity, Price = offer.Price });
        }

        return (kept, changes);
    }
}
