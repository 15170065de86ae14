using ShopBot.Engine.Conversations;
using WhatsApp.Client;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Shopping.OtherMessages;

/// <summary>Pictures, voice notes and whatever else people send: answered sensibly, or left alone where an answer would be one too many.</summary>
internal sealed class OtherMessageFeature(ShopDesk desk) : IShopFeature
{
    public void Map(ShopMap shop)
    {
        shop.Message<ImageReceived>((turn, image) => PictureAsync(shop, turn, image.Caption));
        shop.Message<VideoReceived>((turn, video) => PictureAsync(shop, turn, video.Caption));
        shop.Message<DocumentReceived>((turn, document) => PictureAsync(shop, turn, document.Caption));
        shop.Message<AudioReceived>((turn, _) => Offer(turn, ShopDesk.TextsOf(turn).VoiceReceived));
        shop.Message<TemplateButtonReceived>((turn, button) => button.Payload.StartsWith("shop.", StringComparison.Ordinal) ? turn.FollowId(button.Payload) : shop.HearAsync(turn, button.Text));
        foreach (var type in new[] { "reaction", "system", "sticker", "edit", "revoke" })
            shop.Message(type, _ => Task.CompletedTask);
    }

    private async Task PictureAsync(ShopMap shop, Turn<ShoppingState> turn, string? caption)
    {
        await desk.LoadSettingsAsync(turn.Context).ConfigureAwait(false);
        if (!string.IsNullOrWhiteSpace(caption))
            await shop.HearAsync(turn, caption).ConfigureAwait(false);
        else
            await Offer(turn, ShopDesk.TextsOf(turn).PictureReceived).ConfigureAwait(false);
    }

    private static Task Offer(Turn<ShoppingState> turn, string text)
    {
        var texts = ShopDesk.TextsOf(turn);
        turn.Reply(new ReplyButtonsMessage(text, [turn.Button(texts.ButtonPerson, new TalkToPerson()), turn.Button(texts.ButtonBrowse, new OpenShop())]));
        return Task.CompletedTask;
    }
}
