using Microsoft.Playwright;

namespace ReferenceHost.Tests.Journey;

/// <summary>What a person does on the phone page. Every step works on the newest message that offers it.</summary>
public sealed class PhonePage(IPage page)
{
    /// <summary>A slow machine answers late.</summary>
    private const float PatienceMs = 60_000;

    /// <summary>Bubbles of the shop.</summary>
    public ILocator Incoming => page.GetByTestId("bubble-in");

    /// <summary>Bubbles of the customer.</summary>
    public ILocator Outgoing => page.GetByTestId("bubble-out");

    public async Task SayAsync(string text)
    {
        await page.GetByTestId("composer").FillAsync(text);
        await page.GetByTestId("send").ClickAsync();
        await Assertions.Expect(Outgoing.Last).ToContainTextAsync(text);
    }

    public Task TapAsync(string button) =>
        page.GetByTestId("reply-button").Filter(new LocatorFilterOptions { HasText = button }).Last.ClickAsync();

    /// <summary>Opens the list of the newest message.</summary>
    public async Task OpenListAsync(string button)
    {
        await page.GetByTestId("list-open").Filter(new LocatorFilterOptions { HasText = button }).Last.ClickAsync();
        await page.GetByTestId("list-row").First.WaitForAsync();
    }

    /// <summary>Picks a row of the open list and sends it.</summary>
    public async Task PickAsync(string row)
    {
        await page.GetByTestId("list-row").Filter(new LocatorFilterOptions { HasText = row }).First.ClickAsync();
        await page.GetByTestId("list-send").ClickAsync();
    }

    /// <summary>Waits until the newest bubble of the shop says this.</summary>
    public Task ReadsAsync(string text) => Assertions.Expect(Incoming.Last).ToContainTextAsync(text, new LocatorAssertionsToContainTextOptions { Timeout = PatienceMs });
}
