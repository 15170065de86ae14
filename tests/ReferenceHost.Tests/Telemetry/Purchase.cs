using ShopBot.TestSupport.Waiting;
using WhatsApp.Emulator;

namespace ReferenceHost.Tests.Telemetry;

/// <summary>A whole purchase over the platforms' own interfaces: from the greeting to the message that says the order is paid.</summary>
internal static class Purchase
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <param name="buyer">The fields of the checkout form.</param>
    public static async Task MakeAsync(EmulatedPhone person, EmulatedNumber number, IReadOnlyDictionary<string, string> buyer, CancellationToken cancellationToken)
    {
        await person.SaysAsync(number, "hi", cancellationToken);
        await TapAsync("Browse");
        await TapAsync("Lighting");
        await TapAsync("Arc Desk Lamp");
        await TapAsync("Choose options");
        await TapAsync("Oak");
        await TapAsync("Add to cart");
        await TapAsync("Cart");
        await TapAsync("Checkout");
        var link = (await person.WaitForMessageAsync(number, static message => message is { IsFromBusiness: true, Link: not null }, Patience, cancellationToken)).Link!;
        await PayAsync(new Uri(link.Url), buyer, cancellationToken);
        await person.WaitForMessageAsync(number, static message => message.Text?.Contains("is paid", StringComparison.Ordinal) == true, Patience, cancellationToken);

        // Of the newest message that has it, which must be newer than what was tapped last.
        async Task TapAsync(string ending)
        {
            string? title = null;
            await Eventually.HoldsAsync(
                $"the shop offers “{ending}”",
                () => (title = person.Chat(number).Reverse().TakeWhile(static message => message.IsFromBusiness).SelectMany(TitlesIn).FirstOrDefault(shown => shown.EndsWith(ending, StringComparison.Ordinal))) is not null,
                Patience,
                cancellationToken);
            await person.TapsAsync(number, title!, cancellationToken);
        }
    }

    private static IEnumerable<string> TitlesIn(ChatMessage message) => !message.IsFromBusiness
        ? []
        : message.Buttons.Select(static button => button.Title).Concat(message.Sections.SelectMany(static section => section.Rows).Select(static row => row.Title));

    private static async Task PayAsync(Uri checkout, IReadOnlyDictionary<string, string> buyer, CancellationToken cancellationToken)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var page = await browser.GetAsync(checkout, cancellationToken);
        page.EnsureSuccessStatusCode();
        using var form = new FormUrlEncodedContent(buyer.Append(new("decision", "pay")).Append(new("card", "approve")));
        using var paid = await browser.PostAsync(page.RequestMessage!.RequestUri, form, cancellationToken);
        paid.EnsureSuccessStatusCode();
    }
}
