using System.Security.Cryptography;
using System.Text;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Stores;
using ShopBot.Shopping.Advice;
using ShopBot.Shopping.Cart;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Checkout;
using ShopBot.Shopping.Events;
using ShopBot.Shopping.Localization;
using ShopBot.Shopping.Orders;
using ShopBot.Shopping.Settings;

namespace ShopBot.Shopping;

/// <summary>What the features of the shop work with.</summary>
internal sealed class ShopDesk(IShopCatalog catalog, IShopCheckout checkout, IShopOrders? orders, IShopSettings? settings, IShopAdvice? advice)
{
    private static readonly object SettingsKey = new();

    public IShopCatalog Catalog { get; } = catalog;

    public IShopCheckout Checkout { get; } = checkout;

    public IShopOrders? Orders { get; } = orders;

    public IShopAdvice? Advice { get; } = advice;

    /// <summary>Reads the owner's settings, once in a turn.</summary>
    public async ValueTask<ShopSettings> LoadSettingsAsync(TurnContext turn)
    {
        if (turn.Items.TryGetValue(SettingsKey, out var known))
            return (ShopSettings)known!;
        var read = settings is null ? ShopSettings.Default : await settings.GetAsync(turn.Store.Id, turn.Aborted).ConfigureAwait(false);
        turn.Items[SettingsKey] = read;
        return read;
    }

    /// <summary>The settings of this turn, which were read when it began.</summary>
    public static ShopSettings SettingsOf(Turn<ShoppingState> turn) => turn.Context.Items.TryGetValue(SettingsKey, out var known) ? (ShopSettings)known! : ShopSettings.Default;

    public static ShoppingTexts TextsOf(Turn<ShoppingState> turn) => ShoppingTexts.For(turn.Context);

    /// <summary>The store, asked in the customer's language and for the prices of the customer's country.</summary>
    public static StoreProfile StoreOf(Turn<ShoppingState> turn) => turn.Store with { Locale = turn.Locale, Country = turn.State.Country };

    /// <summary>Today's offers, asked once however often the turn is repeated, so that what a customer is told and what is stored stay one.</summary>
    public async Task<IReadOnlyList<VariantOffer?>> OffersAsync(Turn<ShoppingState> turn, IReadOnlyList<string> variantIds) =>
        await turn.Once(StepOf(variantIds), async ct => new OfferList([.. await Catalog.GetVariantsAsync(StoreOf(turn), variantIds, ct).ConfigureAwait(false)])).ConfigureAwait(false) is { } list ? list.Offers : [];

    /// <summary>The cart, priced anew when it is in another currency than what comes beside it: the customer's country was not known before, or the shop changed its currency.</summary>
    public async Task<ShoppingCart> CartInAsync(Turn<ShoppingState> turn, string currency)
    {
        var cart = turn.State.Cart;
        return cart.Lines.All(line => line.Price.Currency == currency) ? cart : await RepricedAsync(turn, cart).ConfigureAwait(false);
    }

    /// <summary>Two carts that became one may have lines of two currencies.</summary>
    public async Task UnmixAsync(Turn<ShoppingState> turn)
    {
        if (turn.State.Cart.Lines is [var first, ..] lines && lines.Any(line => line.Price.Currency != first.Price.Currency))
            turn.State = turn.State with { Cart = await RepricedAsync(turn, turn.State.Cart).ConfigureAwait(false) };
    }

    private async Task<ShoppingCart> RepricedAsync(Turn<ShoppingState> turn, ShoppingCart cart) =>
        CartReview.Of(cart, await OffersAsync(turn, [.. cart.Lines.Select(line => line.VariantId)]).ConfigureAwait(false)).Cart;

    /// <summary>What the journal calls the offers of these variants.</summary>
    public static string StepOf(IReadOnlyList<string> ids) => "offers:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', ids))).AsSpan(0, 12));

    /// <summary>Changes the cart and tells of it.</summary>
    public static void Put(Turn<ShoppingState> turn, ShoppingCart cart, ProductNamed? added = null)
    {
        turn.State = turn.State with { Cart = cart, Checkout = null };
        turn.Raise(CartChanged.Kind, new CartChanged(cart.Lines.Count, cart.Pieces()) { Added = added });
    }
}

/// <summary>Offers as they are journalled.</summary>
internal sealed record OfferList(IReadOnlyList<VariantOffer?> Offers);
