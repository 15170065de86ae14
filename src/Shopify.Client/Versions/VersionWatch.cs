using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace Shopify.Client;

/// <summary>Remembers what answers said about versions, and works out what that means today.</summary>
internal sealed class VersionWatch
{
    private const int DaysBeforeTheEnd = 90;
    private const int MaxOperations = 100;
    private readonly ConcurrentDictionary<string, bool> _deprecated = new(StringComparer.Ordinal);
    private readonly ShopifyClientOptions _options;
    private readonly TimeProvider _time;
    private string? _served;
    private IReadOnlyList<OfferedApiVersion>? _offered;

    public VersionWatch(ShopifyClientOptions options, TimeProvider time, IMeterFactory meterFactory)
    {
        (_options, _time) = (options, time);
        meterFactory.Create(ShopifyDiagnostics.MeterName).CreateObservableGauge(
            "shopify.client.api_version.days_left", Measure, "d", "Days until the API version asked for ends; zero or less when it has ended.");
    }

    public ShopifyVersionStatus Status
    {
        get
        {
            var (served, offered) = (Volatile.Read(ref _served), Volatile.Read(ref _offered));
            var until = Until;
            var state = State(served, offered, until);
            string[] deprecated = [.. _deprecated.Keys.Order(StringComparer.Ordinal)];
            return new ShopifyVersionStatus
            {
                Asked = _options.ApiVersion,
                Served = served,
                State = state,
                SupportedUntil = until,
                Latest = Latest(offered),
                DeprecatedOperations = deprecated,
                Warnings = [.. Warnings(state, served, until, deprecated)],
            };
        }
    }

    private DateOnly? Until => ShopifyApiVersion.TryParse(_options.ApiVersion, out var asked) ? asked.SupportedUntil : null;

    private int? DaysLeft => Until is { } end ? end.DayNumber - DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime).DayNumber : null;

    public void Answered(string operationName, string? version, bool isDeprecated)
    {
        if (version is not null && version != Volatile.Read(ref _served))
            Volatile.Write(ref _served, version);
        if (isDeprecated && _deprecated.Count < MaxOperations)
            _deprecated.TryAdd(operationName, true);
    }

    public void Offered(IReadOnlyList<OfferedApiVersion> versions) => Volatile.Write(ref _offered, versions);

    private IEnumerable<Measurement<int>> Measure() =>
        DaysLeft is { } days ? [new Measurement<int>(Status.State == ApiVersionState.Ended ? Math.Min(days, 0) : days, new KeyValuePair<string, object?>("shopify.api_version", _options.ApiVersion))] : [];

    private ApiVersionState State(string? served, IReadOnlyList<OfferedApiVersion>? offered, DateOnly? until)
    {
        if (until is null)
            return ApiVersionState.Unstable;
        var isAnswered = served is null || served == _options.ApiVersion;
        var isOffered = offered is null || offered.Any(one => one.Handle == _options.ApiVersion);
        if (!isAnswered || !isOffered || DaysLeft <= 0)
            return ApiVersionState.Ended;
        return DaysLeft <= DaysBeforeTheEnd ? ApiVersionState.EndsSoon : ApiVersionState.Supported;
    }

    private static string? Latest(IReadOnlyList<OfferedApiVersion>? offered) => offered?
        .Where(static one => one.IsSupported && ShopifyApiVersion.TryParse(one.Handle, out _))
        .OrderBy(static one => ShopifyApiVersion.Parse(one.Handle))
        .LastOrDefault()?.Handle;

    private IEnumerable<string> Warnings(ApiVersionState state, string? served, DateOnly? until, string[] deprecated)
    {
        var end = until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (state == ApiVersionState.Ended)
            yield return $"Shopify's API version {_options.ApiVersion} has ended{(served is null || served == _options.ApiVersion ? "" : $"; {served} is served instead")}: choose a later one.";
        else if (state == ApiVersionState.EndsSoon)
            yield return $"Shopify's API version {_options.ApiVersion} is supported until {end}: choose a later one.";
        if (deprecated.Length > 0)
            yield return $"Shopify marks these operations as using something deprecated: {string.Join(", ", deprecated)}.";
    }
}
