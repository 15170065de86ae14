using ShopBot.Engine.Conversations;
using ShopBot.Shopping.Reminders;

namespace ShopBot.Shopping.HandOff;

/// <summary>A person of the store takes over: the bot is quiet until it is given back, by command or because both were silent for a time.</summary>
internal sealed class HandOffFeature(ShopDesk desk) : IShopFeature
{
    public void Map(ShopMap shop)
    {
        shop.Tap<TalkToPerson>((turn, _) => HandOverAsync(turn), "Hands the conversation to a person of the store.");
        shop.Says("WordsPerson", (turn, _) => turn.Follow(new TalkToPerson()));
    }

    private async Task HandOverAsync(Turn<ShoppingState> turn)
    {
        var settings = await desk.LoadSettingsAsync(turn.Context).ConfigureAwait(false);
        var texts = ShopDesk.TextsOf(turn);
        turn.State = turn.State with { Choices = [], Awaits = null };
        await turn.Says(CustomerTime.IsOpen(turn.Now, settings) ? texts.HandOff : texts.HandOffClosed).ConfigureAwait(false);
        turn.HandOff("customer", settings.HandOffEndsAfter);
    }
}
