namespace WhatsApp.Client.Tests.Messages;

public sealed class MessagePathTests
{
    private static string Text(MessagePath path) => path.ToString();

    [Fact]
    public void Path_reads_as_the_interpolated_string_it_was_made_of()
    {
        var (i, j) = (12, 3);
        MessagePath section = $"a.sections[{i}]";

        Assert.Equal("a.b", Text("a.b"));
        Assert.Equal("a.sections[12]", Text(section));
        Assert.Equal("a.sections[12].rows[3].id", Text($"{section}.rows[{j}].id"));
        Assert.Equal("12", Text($"{i}"));
        Assert.Equal("a.x.b", Text($"a.{"x"}.b"));
    }

    [Fact]
    public void Path_may_be_deeper_than_any_of_the_platform()
    {
        MessagePath path = "root";
        var expected = "root";
        for (var i = 0; i < 20; i++)
        {
            path = $"{path}.level[{i}].next";
            expected = $"{expected}.level[{i}].next";
        }

        Assert.Equal(expected, Text(path));
    }
}
