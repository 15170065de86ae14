using ShopBot.Engine.Conversations;
using ShopBot.Shopping.Localization;
using ShopBot.Shopping.Settings;
using WhatsApp.Client;

namespace ShopBot.Shopping.Reminders;

/// <summary>
/// Messages the business begins. Inside the customer service window they go as they are, outside as the store's template, and without one not at all.
/// </summary>
internal static class Notices
{
    /// <summary>Sends one.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="purpose">What it is for.</param>
    /// <param name="message">What is said inside the window.</param>
    /// <param name="subject">What the template's variable gets.</param>
    /// <returns>False when nothing could be sent.</returns>
    public static bool Send(Turn<ShoppingState> turn, TemplatePurpose purpose, OutgoingMessage message, string subject)
    {
        // Conversations from before this was noted: the engine knows the window, and looks when it sends.
        if (turn.State.LastMessageAt is not { } last || new CustomerServiceWindow(last).IsOpen(turn.Now))
        {
            turn.Reply(message);
            return true;
        }

        if (Template(turn, purpose) is not { } template)
            return false;
        turn.Reply(new TemplateMessage(template.Name, template.Language)
        {
            Body = [new TemplateParameter.Text(subject)],
            // A template's quick replies come back as the buttons they stand for.
            Buttons = purpose == TemplatePurpose.CashOnDelivery && message is ReplyButtonsMessage { Buttons: var buttons }
                ? [.. buttons.Select((button, i) => new TemplateButton.QuickReply(i, button.Id))]
                : [],
        });
        return true;
    }

    private static ShopTemplate? Template(Turn<ShoppingState> turn, TemplatePurpose purpose)
    {
        var fitting = ShopDesk.SettingsOf(turn).Templates.Where(template => template.Purpose == purpose).ToList();
        return fitting.Find(template => ShopLanguages.Nearest(template.Language) is { } language && language == ShopLanguages.Nearest(turn.Locale)) ?? fitting.FirstOrDefault();
    }
}
