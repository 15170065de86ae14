using System.Text.Json;
using ShopBot.Engine.Conversations;
using ShopBot.Shopping.Events;
using ShopBot.Shopping.Greeting;
using WhatsApp.Client;

namespace ShopBot.Shopping.Consent;

/// <summary>
/// Whether the business may begin messages: asked for, answered by a button, a word or the platform's own settings, and recorded with source and time. STOP and START are the engine's.
/// </summary>
internal sealed class ConsentFeature(ShopDesk desk) : IShopFeature
{
    private const string PreferenceKind = "whatsapp.user_preference";

    public void Map(ShopMap shop)
    {
        shop.Tap<OpenConsent>((turn, _) => Ask(turn));
        shop.Tap<GiveConsent>(TakeAsync);
        shop.Says("WordsConsent", (turn, _) => turn.Follow(new OpenConsent()));
        shop.Answer("consent", AnswerAsync);
        shop.Event(PreferenceKind, TakePreference);
    }

    private static Task Ask(Turn<ShoppingState> turn)
    {
        var texts = ShopDesk.TextsOf(turn);
        turn.Reply(new ReplyButtonsMessage(texts.AskConsent, [turn.Button(texts.ButtonYes, new GiveConsent(true, "menu")), turn.Button(texts.ButtonNo, new GiveConsent(false, "menu"))]));
        turn.State = turn.State with { Awaits = new AwaitedAnswer("consent") };
        return Task.CompletedTask;
    }

    private static async Task<bool> AnswerAsync(Turn<ShoppingState> turn, AwaitedAnswer awaited, string text)
    {
        if (text is not ("yes" or "no"))
            return false;
        await turn.Follow(new GiveConsent(text == "yes", "menu")).ConfigureAwait(false);
        return true;
    }

    private async Task TakeAsync(Turn<ShoppingState> turn, GiveConsent tap)
    {
        await desk.LoadSettingsAsync(turn.Context).ConfigureAwait(false);
        Record(turn, tap.Given, tap.Source is "cart" or "menu" ? tap.Source : "menu");
        var texts = ShopDesk.TextsOf(turn);
        await GreetingFeature.Menu(turn, tap.Given ? texts.ConsentGiven : texts.ConsentRefused).ConfigureAwait(false);
    }

    /// <summary>The customer switched the business's offers off or on in WhatsApp itself. Nothing is said: the platform has said it.</summary>
    private static Task TakePreference(Turn<ShoppingState> turn, ReadOnlyMemory<byte> payload)
    {
        using var json = JsonDocument.Parse(payload);
        if (json.RootElement is { ValueKind: JsonValueKind.Object } root && Text(root, "category") == "marketing_messages" && Text(root, "value") is { } value)
        {
            if (value == "stop")
                Record(turn, false, "whatsapp");
            else if (value is "resume" or "signup")
                Record(turn, true, "whatsapp");
        }

        return Task.CompletedTask;
    }

    private static void Record(Turn<ShoppingState> turn, bool given, string source)
    {
        turn.State = turn.State with { Consent = new MarketingConsent(given, source, turn.Now), Watches = given ? turn.State.Watches : [] };
        turn.Raise(MarketingConsentChanged.Kind, new MarketingConsentChanged(given, source, turn.Now));
        if (!given)
            Reminders.ReminderFeature.Stop(turn);
    }

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
