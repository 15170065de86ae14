using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Shopify.Client.Tests.Support;

namespace Shopify.Client.Tests.Diagnostics;

public sealed class DiagnosticsTests
{
    [Fact]
    public async Task Call_with_one_repeat_is_measured_without_naming_the_shop()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(Answers.Throttled).Answers(Answers.Shop);
        var factory = fixture.Service<IMeterFactory>();
        var measured = new ConcurrentBag<(string Name, double Value, string Tags)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == ShopifyDiagnostics.MeterName && ReferenceEquals(instrument.Meter.Scope, factory))
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => measured.Add((instrument.Name, value, Text(tags))));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => measured.Add((instrument.Name, value, Text(tags))));
        listener.Start();

        await fixture.Admin.GetShopAsync(TestContext.Current.CancellationToken);

        Assert.Single(measured, static entry => entry.Name == "shopify.client.operation.retries" && entry.Tags.Contains("error.type=throttled", StringComparison.Ordinal));
        var duration = Assert.Single(measured, static entry => entry.Name == "shopify.client.operation.duration");
        Assert.InRange(duration.Value, 0.84, 1.1);
        Assert.Equal("graphql.operation.name=ShopInfo;shopify.api=admin", duration.Tags);
        Assert.Equal([6, 202], measured.Where(static entry => entry.Name == "shopify.client.query.cost").Select(static entry => entry.Value).Order());
    }

    [Fact]
    public async Task Failed_call_has_a_span_with_the_kind_of_failure()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("{}", 402);
        var spans = new ConcurrentBag<Activity>();
        using var test = new Activity("test").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == ShopifyDiagnostics.ActivitySourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listener);

        await Assert.ThrowsAsync<ShopifyAccountException>(() => fixture.Admin.GetShopAsync(TestContext.Current.CancellationToken));

        var span = Assert.Single(spans, span => span.TraceId == test.TraceId);
        Assert.Equal(("ShopInfo", ActivityStatusCode.Error, "account"), (span.DisplayName, span.Status, span.StatusDescription));
    }

    private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        string.Join(';', tags.ToArray().Select(static tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal));
}
