using WhatsApp.Client;

namespace Snippets.WhatsApp;

internal static class Texts
{
    public static async Task SendAsync(WhatsAppSender sender, Recipient customer, string longText, IReadOnlyList<Choice> sizes, CancellationToken cancellationToken)
    {
        #region fit
        string title = MessageText.Fit("Sourdough rye bread 👩‍🍳 with walnuts", 20); // "Sourdough rye bread…"
        #endregion

        #region split
        foreach (TextMessage part in MessageText.ToMessages(longText))
            await sender.SendAsync(customer, part, cancellationToken: cancellationToken);
        #endregion

        #region choices
        var prompt = new ChoicePrompt("Which size?", sizes)
        {
            ListButton = "Sizes",
            MoreTitle = "More sizes",
            MoreId = page => $"sizes:{page}",
        };
        await sender.SendAsync(customer, prompt.ToMessage(), cancellationToken: cancellationToken);

        // later, when a row with the id sizes:1 was chosen
        await sender.SendAsync(customer, prompt.ToMessage(page: 1), cancellationToken: cancellationToken);
        #endregion

        #region clean
        string parameter = TemplateText.Clean("Ring twice\nsecond floor"); // "Ring twice second floor"
        #endregion
    }
}
