using ShopBot.Engine.Conversations;
using ShopBot.Shopping.Countries;
using ShopBot.Shopping.Reminders;
using WhatsApp.Client;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Shopping;

/// <summary>What happens around every answer: who wrote and when is noted before, what was offered and what is to be recalled afterwards.</summary>
internal sealed class Visits(ShopDesk desk)
{
    private static readonly object Running = new();

    /// <summary>Runs an answer. Answers that go on to others are in one visit.</summary>
    public async Task AroundAsync(Turn<ShoppingState> turn, Func<Task> answer)
    {
        if (!turn.Context.Items.TryAdd(Running, null))
        {
            await answer().ConfigureAwait(false);
            return;
        }

        var settings = await desk.LoadSettingsAsync(turn.Context).ConfigureAwait(false);
        var replied = turn.Context.Replies.Count;
        Begin(turn, settings.Language);
        await desk.UnmixAsync(turn).ConfigureAwait(false);
        await answer().ConfigureAwait(false);
        Remember(turn, replied);
        if (turn.Message is not null)
            ReminderFeature.Schedule(turn, settings);
        turn.Context.Items.Remove(Running);
    }

    private static void Begin(Turn<ShoppingState> turn, string? language)
    {
        // The first reply is in the store's language; the customer's own replaces it when it is written or chosen.
        if (turn.IsNew && language is not null && turn.Locale != language)
            turn.Context.SetLocale(language);
        if (turn.Message is not { } message)
            return;
        turn.State = turn.State with
        {
            LastMessageAt = turn.Now,
            CartReminders = 0,
            // What was asked is answered by writing; who taps goes elsewhere.
            Awaits = message is TextReceived ? turn.State.Awaits : null,
            TimeZone = turn.State.TimeZone ?? CustomerTime.ZoneOf(message.From.WaId),
            Country = turn.State.Country ?? PhoneCountry.Of(message.From.WaId),
        };
    }

    /// <summary>What can be tapped in the newest message can be typed too.</summary>
    private static void Remember(Turn<ShoppingState> turn, int replied)
    {
        if (turn.Context.Replies.Count == replied)
            return;
        turn.State = turn.State with
        {
            Choices = turn.Context.Replies.Skip(replied).LastOrDefault(reply => reply is ReplyButtonsMessage or ListMessage) switch
            {
                ReplyButtonsMessage buttons => [.. buttons.Buttons.Select(button => new OfferedChoice(button.Title, button.Id))],
                ListMessage list => [.. list.Sections.SelectMany(section => section.Rows).Select(row => new OfferedChoice(row.Title, row.Id))],
                _ => [],
            },
        };
    }
}
