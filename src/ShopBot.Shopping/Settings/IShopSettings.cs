using ShopBot.Engine.Stores;

namespace ShopBot.Shopping.Settings;

/// <summary>The owner's settings as the conversation asks for them, with every message.</summary>
public interface IShopSettings
{
    /// <summary>A store's settings; may be some seconds old.</summary>
    /// <param name="store">The store.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<ShopSettings> GetAsync(StoreId store, CancellationToken cancellationToken = default);
}
