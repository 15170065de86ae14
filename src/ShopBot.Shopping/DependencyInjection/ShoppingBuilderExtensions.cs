using Microsoft.Extensions.DependencyInjection.Extensions;
using ShopBot.Engine;
using ShopBot.Shopping;
using ShopBot.Shopping.Settings;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the shop in the chat.</summary>
public static class ShoppingBuilderExtensions
{
    /// <summary>Adds the default shop as a flow, with the owner's settings (<see cref="ShopSettingsStore"/>). It also needs a catalogue and a checkout, such as those of <c>AddShopifyShop</c>. Safe to call twice.</summary>
    /// <param name="builder">The bot.</param>
    public static ShopBotBuilder AddShopping(this ShopBotBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<ShopSettingsStore>();
        builder.Services.TryAddSingleton<IShopSettings>(static services => services.GetRequiredService<ShopSettingsStore>());
        return builder.AddFlow<ShoppingFlow>();
    }
}
