using Microsoft.Extensions.Time.Testing;

namespace Shopify.Client.Tests.Throttling;

public sealed class RetryAfterHeaderTests
{
    private static readonly FakeTimeProvider Time = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("2", 2)]
    [InlineData("2.0", 2)]
    [InlineData("0.5", 0.5)]
    [InlineData("-3", 0)]
    [InlineData("Sun, 22 Nov 2026 12:00:30 GMT", 30)]
    [InlineData("Sun, 22 Nov 2026 11:59:00 GMT", 0)]
    [InlineData("999999999", 86400)]
    public void Read_EveryForm_GivesAWait(string text, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Read(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    public void Read_AbsentOrRubbish_IsNull(string? text) => Assert.Null(Read(text));

    private static TimeSpan? Read(string? text)
    {
        using var response = new HttpResponseMessage();
        if (text is not null)
            response.Headers.TryAddWithoutValidation("Retry-After", text);
        return RetryAfterHeader.Read(response.Headers, Time);
    }
}
