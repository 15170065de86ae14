using ShopBot.Engine.Conversations;

namespace ShopBot.Engine.Tests.Conversations;

public sealed class TapCodecTests
{
    private readonly TapCodec _codec = new("sample", 2, SampleJson.Default);

    [Fact]
    public void Write_Record_CanBeReadAgain()
    {
        var tap = new PickColour("dark {green}: \"ö\" 🌲", 7);

        Assert.True(_codec.TryParse(Write(tap), out var text));

        Assert.Equal(nameof(PickColour), text.Name.ToString());
        Assert.Equal(tap, _codec.Reader<PickColour>()(text));
    }

    [Fact]
    public void Write_RecordWithoutMembers_IsShortAndCanBeReadAgain()
    {
        var id = Write(new Finish());

        Assert.Equal("sample.2:Finish", id);
        Assert.True(_codec.TryParse(id, out var text));
        Assert.NotNull(_codec.Reader<Finish>()(text));
    }

    [Fact]
    public void Write_OfTheLongestLength_IsTaken()
    {
        var room = 200 - Write(new PickColour("", 1)).Length;

        Assert.Equal(200, Write(new PickColour(new string('x', room), 1)).Length);
        var fault = Assert.Throws<InvalidOperationException>(() => Write(new PickColour(new string('x', room + 1), 1)));
        Assert.Contains("201", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("xxx", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_TypeUnknownToTheContext_NamesTheMissingAttribute()
    {
        var fault = Assert.Throws<InvalidOperationException>(() => Write(new Uri("https://example.com")));

        Assert.Contains("[JsonSerializable(typeof(Uri))]", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sample")]
    [InlineData("sample.x:Finish")]
    [InlineData("sampler.2:Finish")]
    [InlineData("other.2:Finish")]
    [InlineData("Sample.2:Finish")]
    [InlineData(" sample.2:Finish")]
    public void TryParse_OtherFlowOrVersion_IsRefused(string id) => Assert.False(_codec.TryParse(id, out _));

    [Theory]
    [InlineData("sample.2:PickColour{")]
    [InlineData("sample.2:PickColour{\"name\":1}")]
    [InlineData("sample.2:PickColour{\"shade\":\"dark\"}")]
    [InlineData("sample.2:PickColour{} trailing")]
    public void Reader_BrokenJson_GivesNothing(string id)
    {
        Assert.True(_codec.TryParse(id, out var text));
        Assert.Null(_codec.Reader<PickColour>()(text));
    }

    private string Write<TTap>(TTap tap) => _codec.Write(tap, TapTerms.None, default, TapCodec.MaxRowId);
}
