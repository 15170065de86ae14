using Shopify.Client.Tests.Support;

namespace Shopify.Client.Tests.Throttling;

public sealed class UncountedTests
{
    [Fact]
    public async Task Server_that_counts_no_cost_is_never_waited_for()
    {
        await using var fixture = await ClientFixture.StartAsync();
        const int Calls = 50;
        var answer = Answers.Shop[..Answers.Shop.IndexOf("\"extensions\"", StringComparison.Ordinal)].TrimEnd(' ', '\n', '\r', ',') + "}";
        for (var call = 0; call < Calls; call++)
            fixture.Stub.Answers(answer);

        for (var call = 0; call < Calls; call++)
            await fixture.Admin.GetShopAsync(TestContext.Current.CancellationToken);

        Assert.Empty(fixture.Time.Waits);
    }
}
