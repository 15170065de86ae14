using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Stores;
using ShopBot.Shopping;

namespace Snippets.ShopBot;

internal static class Shop
{
    public static void Texts(IServiceCollection services, StoreId store)
    {
        #region texts
        var texts = new StoreTexts();
        texts.Set(store, [("en", "Shop.CartEmpty", "Your basket is empty."), ("es", "Shop.CartEmpty", "Tu cesta está vacía.")]);
        services.AddShopBot().AddShopping().UseTexts(texts);
        #endregion
    }

    public static void Register(IServiceCollection services)
    {
        #region register
        services.AddShopBot().AddShopping();
        services.AddSingleton<IShopFeature, ShortCart>();
        #endregion
    }
}

#region feature
internal sealed class ShortCart : IShopFeature
{
    public void Map(ShopMap shop) => shop.Tap<OpenCart>((turn, _) => turn.Says($"{turn.State.Cart.Pieces()} in your cart."));
}
#endregion
