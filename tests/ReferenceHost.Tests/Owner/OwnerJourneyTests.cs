using Microsoft.Playwright;
using ReferenceHost.Tests.Journey;

namespace ReferenceHost.Tests.Owner;

public sealed class OwnerJourneyTests
{
    private static readonly (string Path, string Name)[] Pages =
    [
        ("shopify/setup", "set-up"), ("shopify/admin", "overview"), ("shopify/admin/conversations", "conversations"), ("shopify/admin/figures", "figures"),
        ("shopify/admin/problems", "problems"), ("shopify/admin/ways-in", "ways-in"), ("shopify/admin/settings", "settings"),
        ("shopify/admin/connection", "connection"), ("shopify/admin/privacy", "privacy"),
    ];

    [Fact]
    public async Task An_owner_connects_a_number_watches_a_customer_answers_and_finds_the_order_in_the_figures()
    {
        await using var world = await OwnerWorld.StartAsync("owner", hosts: 1);

        await OwnerJourney.RunAsync(world, () => Task.CompletedTask);

        await LookAtEveryPageAsync(world);
    }

    [Fact]
    public async Task The_same_behind_two_hosts_one_of_which_is_killed_while_the_owner_watches()
    {
        await using var world = await OwnerWorld.StartAsync("owner-two-hosts", hosts: 2);

        await OwnerJourney.RunAsync(world, () => world.Hosts[0].KillAsync(TestContext.Current.CancellationToken));

        Assert.All(world.Hosts, host => Assert.True(world.Proxy!.Answered.GetValueOrDefault(host.Url) > 5));
    }

    private static async Task LookAtEveryPageAsync(OwnerWorld world)
    {
        await using var window = await world.OpenAsync();
        var owner = new OwnerPages(world, window);
        await owner.OpenAsync("shopify/admin");
        await owner.MustBeAccessibleAsync("nobody");
        await owner.OpenAsync($"shopify/install?shop={world.Account.Domain}");
        if (await owner.Page.GetByTestId("install").CountAsync() > 0)
            await owner.Page.GetByTestId("install").ClickAsync();
        foreach (var width in new[] { 1280, 390 })
        {
            await owner.Page.SetViewportSizeAsync(width, 860);
            foreach (var (path, name) in Pages)
            {
                await owner.OpenAsync(path);
                await owner.MustBeAccessibleAsync($"{width}-{name}");
            }

            await owner.OpenAsync("shopify/admin/conversations");
            await owner.Page.GetByText("Mira").First.ClickAsync();
            await Assertions.Expect(owner.Page.Locator("#talk")).ToBeVisibleAsync();
            await owner.MustBeAccessibleAsync($"{width}-conversation");
        }

        Assert.Empty(window.RequestsElsewhere);
    }
}
