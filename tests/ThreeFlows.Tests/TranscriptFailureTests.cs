using ShopBot.Engine.Conversations;
using ShopBot.Testing;

namespace ThreeFlows.Tests;

/// <summary>A transcript that is wrong fails, and says where.</summary>
public sealed class TranscriptFailureTests
{
    private readonly Bot _bot = Bot.Of(new SurveyFlow());

    [Theory]
    [InlineData("> hi\n< How was your day?\n  [😀 Good] [😐 So so] [🙁 Bad]\n", "line 2")]
    [InlineData("> hi\n", "line 2")]
    [InlineData("> hi\n< How was your stay?\n  [😀 Good] [😐 So so] [🙁 Bad]\n* survey.answered {}\n", "line 4")]
    [InlineData("> hi\n< How was your stay?\n  [😀 Good] [😐 So so]\n", "line 3")]
    public async Task Difference_is_shown_with_its_line(string transcript, string where)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, transcript, TestContext.Current.CancellationToken);
            var fault = await Assert.ThrowsAsync<TranscriptException>(() => Transcript.CheckAsync(_bot, file));

            Assert.Contains(where, fault.Message, StringComparison.Ordinal);
            Assert.Contains("→", fault.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("> hi\n> [Nowhere]", "Line 2", "Nowhere")]
    [InlineData("@ 5 minutes", "Line 1", "+15m")]
    [InlineData("colour blue\n> hi", "Line 1", "colour")]
    [InlineData("> hi\nlocale de", "Line 2", "before the first turn")]
    public async Task Line_that_cannot_be_played_is_named(string transcript, string line, string why)
    {
        var fault = await Assert.ThrowsAsync<TranscriptException>(() => Transcript.PlayAsync(_bot, transcript));

        Assert.Contains(line, fault.Message, StringComparison.Ordinal);
        Assert.Contains(why, fault.Message, StringComparison.Ordinal);
    }
}
