using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using ReferenceHost.Tests.Journey;

namespace ReferenceHost.Tests.Owner;

/// <summary>What a store owner does in the browser.</summary>
public sealed class OwnerPages(OwnerWorld world, BrowserWindow window)
{
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

    public IPage Page => window.Page;

    public Task OpenAsync(string path) => Page.GotoAsync(new Uri(world.Url, path).AbsoluteUri);

    public async Task InstallAsync()
    {
        await OpenAsync($"shopify/install?shop={world.Account.Domain}");
        await Page.GetByTestId("install").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Connect WhatsApp" })).ToBeVisibleAsync();
    }

    /// <summary>Fills in the set-up form and sends it.</summary>
    public async Task ConfigureAsync(string number, string waba, string token, string secret)
    {
        await OpenAsync("shopify/setup");
        await Page.GetByLabel("Phone number id").FillAsync(number);
        await Page.GetByLabel("WhatsApp Business Account id").FillAsync(waba);
        await Page.GetByLabel("Access token").FillAsync(token);
        await Page.GetByLabel("App secret").FillAsync(secret);
        await Page.GetByLabel("Verify token").FillAsync(world.Account.VerifyToken);
        await Page.GetByLabel("Welcome message").FillAsync(world.Account.WelcomeMessage);
        await Page.GetByLabel("Answer customers on WhatsApp").SetCheckedAsync(true);
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save and check" }).ClickAsync();
    }

    /// <summary>What stands beside a field as its fault.</summary>
    public ILocator FaultOf(string label) => Page.Locator(".field").Filter(new LocatorFilterOptions { Has = Page.GetByLabel(label, new PageGetByLabelOptions { Exact = true }) }).Locator(".fault");

    /// <summary>Fails on any axe violation of level A or AA in what is on the screen now, and keeps a picture of the whole page.</summary>
    public async Task MustBeAccessibleAsync(string name)
    {
        var result = await Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. Rules] } });
        Assert.NotEmpty(result.Passes);
        Assert.True(result.Violations.Length == 0, name + "\n" + string.Join('\n', result.Violations.SelectMany(violation =>
            violation.Nodes.Select(node => $"{violation.Id}: {node.Target} {node.Html} {string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))}"))));
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(world.Artifacts, name + ".png"), Animations = ScreenshotAnimations.Disabled, FullPage = true });
        Assert.False(await Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > window.innerWidth + 1"), $"{name} is wider than the window.");
    }
}
