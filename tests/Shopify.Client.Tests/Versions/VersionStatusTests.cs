using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Shopify.Client.Tests.Support;

namespace Shopify.Client.Tests.Versions;

public sealed class VersionStatusTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2026-10", "2026-11-28", ApiVersionState.Supported, 307)]
    [InlineData("2026-10", "2027-07-03", ApiVersionState.EndsSoon, 90)]
    [InlineData("2026-10", "2027-07-02", ApiVersionState.Supported, 91)]
    [InlineData("2026-10", "2027-09-30", ApiVersionState.EndsSoon, 1)]
    [InlineData("2026-10", "2027-10-01", ApiVersionState.Ended, 0)]
    [InlineData("2025-10", "2026-11-28", ApiVersionState.Ended, -58)]
    [InlineData("unstable", "2026-11-28", ApiVersionState.Unstable, null)]
    public async Task End_of_support_is_known_by_the_calendar_and_measured(string version, string today, ApiVersionState expected, int? daysLeft)
    {
        var time = new FakeTimeProvider(DateTimeOffset.Parse(today + "T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
        await using var services = Services(version, time);
        var measured = new List<int>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == "shopify.client.api_version.days_left" && instrument.Meter.Scope == services.GetRequiredService<IMeterFactory>())
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<int>((_, days, _, _) => measured.Add(days));
        listener.Start();

        var status = services.GetRequiredService<ShopifyClient>().VersionStatus;
        listener.RecordObservableInstruments();

        Assert.Equal((version, null, expected), (status.Asked, status.Served, status.State));
        Assert.Equal(expected is ApiVersionState.EndsSoon or ApiVersionState.Ended ? 1 : 0, status.Warnings.Count);
        Assert.Equal(daysLeft is { } days ? new[] { days } : [], measured);
    }

    [Fact]
    public async Task Answer_of_another_version_and_a_deprecation_are_seen()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(context =>
        {
            context.Response.Headers["X-Shopify-API-Version"] = "2027-01";
            context.Response.Headers["X-Shopify-API-Deprecated-Reason"] = "https://shopify.dev/deprecated";
            return Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, Versions, Token);
        });

        await fixture.Admin.GetApiVersionsAsync(Token);
        var status = fixture.Client.VersionStatus;

        Assert.Equal((ApiVersionState.Ended, "2027-01", "2027-01"), (status.State, status.Served, status.Latest));
        Assert.Equal(["ApiVersions"], status.DeprecatedOperations);
        Assert.Equal(2, status.Warnings.Count);
        Assert.Contains("2027-01 is served instead", status.Warnings[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_that_is_no_longer_offered_has_ended()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(Versions);

        var offered = await fixture.Admin.GetApiVersionsAsync(Token);

        Assert.Equal(
            new OfferedApiVersion[] { new("2026-11", "2026-11", false), new("2027-01", "2027-01 (Latest)", true), new("2027-04", "2027-04 (Release candidate)", false), new("unstable", "unstable", false) },
            offered);
        Assert.Equal((ApiVersionState.Ended, "2027-01"), (fixture.Client.VersionStatus.State, fixture.Client.VersionStatus.Latest));
    }

    private const string Versions =
        """
        {"data":{"publicApiVersions":[{"handle":"2026-11","displayName":"2026-11","supported":false},{"handle":"2027-01","displayName":"2027-01 (Latest)","supported":true},
         {"handle":"2027-04","displayName":"2027-04 (Release candidate)","supported":false},{"handle":"unstable","displayName":"unstable","supported":false}]}}
        """;

    private static ServiceProvider Services(string version, TimeProvider time)
    {
        var services = new ServiceCollection();
        services.AddSingleton(time);
        services.AddShopifyClient(options => options.ApiVersion = version);
        return services.BuildServiceProvider();
    }
}
