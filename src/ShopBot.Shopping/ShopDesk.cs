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

    /// <summary>The store, asked in the customer's language.</summary>
    public static StoreProfile StoreOf(Turn<ShoppingState> turn) => turn.Locale == turn.Store.Locale ? turn.Store : turn.Store with { Locale = turn.Locale };

    /// <summary>Today's offers, asked once however often the turn is repeated, so that what a customer is told and what is stored stay one.</summary>
    public async Task<IReadOnlyList<VariantOffer?>> OffersAsync(Turn<ShoppingState> turn, IReadOnlyList<string> variantIds) =>
        await turn.Once(StepOf(variantIds), async ct => new OfferList([.. await Catalog.GetVariantsAsync(StoreOf(turn), variantIds, ct).ConfigureAwait(false)])).ConfigureAwait(false) is { } list ? list.Offers : [];

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
