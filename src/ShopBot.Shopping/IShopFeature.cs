namespace ShopBot.Shopping;

/// <summary>
/// A part of the shop in the chat: what it listens to and what it answers. Features reach each other by taps (<c>turn.Follow(new OpenCart())</c>), so a registered feature that maps the same
/// tap, words, event or question takes the place of the shop's own step.
/// </summary>
public interface IShopFeature
{
    /// <summary>Lists what the feature listens to. Called once.</summary>
    /// <param name="shop">Where to list it; what is listed later takes the place of what was listed before.</param>
    void Map(ShopMap shop);
}
