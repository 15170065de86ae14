using ShopBot.Engine.Conversations;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Checkout;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Shopping.Cart;

/// <summary>Whole orders: a cart of the platform's own catalogue, or the last order once more. Both are priced anew.</summary>
internal sealed class NativeOrderFeature(ShopDesk desk) : IShopFeature
{
    public void Map(ShopMap shop) => shop.Message<OrderReceived>(TakeAsync);

    /// <summary>Puts lines into the cart at today's prices, as many as there are, and says what is not as asked.</summary>
    public static async Task TakeAsync(Turn<ShoppingState> turn, ShopDesk desk, IReadOnlyList<(string Title, int Quantity)> asked, IReadOnlyList<VariantOffer?> offers, string said)
    {
        var texts = ShopDesk.TextsOf(turn);
        var before = offers.FirstOrDefault(offer => offer is { Available: true }) is { } first ? await desk.CartInAsync(turn, first.Price.Currency).ConfigureAwait(false) : turn.State.Cart;
        var cart = before;
        List<string> notes = [said];
        for (var i = 0; i < asked.Count; i++)
        {
            if (offers[i] is not { Available: true } offer || offer.MostAvailable < 1)
            {
                notes.Add(texts.ChangedGone(FittedTitle(offers[i]?.FullTitle ?? asked[i].Title)));
                continue;
            }

            var had = cart.QuantityOf(offer.Id);
            cart = cart.Add(offer, asked[i].Quantity);
            if (cart.QuantityOf(offer.Id) < had + asked[i].Quantity)
                notes.Add(texts.ChangedFewer(FittedTitle(offer.FullTitle), cart.QuantityOf(offer.Id)));
        }

        if (ReferenceEquals(cart, before))
            notes[0] = texts.ProductGone;
        else
            ShopDesk.Put(turn, cart);
        await CartFeature.Show(turn, string.Join('\n', notes)).ConfigureAwait(false);
    }

    private async Task TakeAsync(Turn<ShoppingState> turn, OrderReceived order)
    {
        var items = order.Items.Where(item => item.Quantity > 0).Take(ShoppingCart.MaxLines).ToList();
        if (items.Count == 0)
        {
            await turn.Follow(new OpenCart()).ConfigureAwait(false);
            return;
        }

        var offers = await turn.Once("offers", async ct => new OfferList(
            [.. await desk.Catalog.FindCatalogItemsAsync(ShopDesk.StoreOf(turn), [.. items.Select(item => item.ProductRetailerId)], ct).ConfigureAwait(false)])).ConfigureAwait(false);
        await TakeAsync(turn, desk, [.. items.Select(item => (item.ProductRetailerId, Math.Min(item.Quantity, ShoppingCart.MaxQuantity)))], offers.Offers, ShopDesk.TextsOf(turn).OrderTaken).ConfigureAwait(false);
    }

    private static string FittedTitle(string title) => FittedText.Cut(title, 80);
}
