using System.Text.RegularExpressions;

namespace ShopBot.ArchitectureTests;

/// <summary>
/// C# shown to readers compiles: every fence names a region of a file that is built, and repeats it to the letter. The line above a fence is
/// <c>&lt;!-- snippet: File.cs#region --&gt;</c> (below docs/snippets, or a whole path such as samples/…; without a region the whole file), or
/// <c>&lt;!-- sketch --&gt;</c> in the pages that compare designs.
/// </summary>
public sealed partial class SnippetTests
{
    private static readonly string[] PagesWithSketches = ["docs/conversation-api.md"];

    public static TheoryData<string> Pages { get; } = [.. new[] { "docs", "src", "samples", "tests", "benchmarks" }
        .Select(folder => Path.Combine(Repository.Root, folder))
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories))
        .Append(Path.Combine(Repository.Root, "README.md"))
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Code_shown_is_code_that_compiles(string page)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, page));
        for (var i = 0; i < lines.Length; i++)
        {
            if (!Fence().IsMatch(lines[i]))
                continue;
            var above = lines.Take(i).LastOrDefault(line => !string.IsNullOrWhiteSpace(line)) ?? "";
            if (above.Trim() == "<!-- sketch -->" && PagesWithSketches.Contains(page))
                continue;
            var marker = Marker().Match(above);
            Assert.True(marker.Success, $"{page}, line {i + 1}: the fence names no snippet.");
            var shown = lines.Skip(i + 1).TakeWhile(line => line.Trim() != "```");
            Assert.Equal(Text(Source(marker.Groups["file"].Value, marker.Groups["region"].Value)), Text(shown));
        }
    }

    private static IEnumerable<string> Source(string file, string region)
    {
        var below = Path.Combine(Repository.Root, "docs/snippets", file);
        var lines = File.ReadAllLines(File.Exists(below) ? below : Path.Combine(Repository.Root, file));
        if (region.Length == 0)
            return lines;
        var start = Array.FindIndex(lines, line => line.Trim() == $"#region {region}");
        Assert.True(start >= 0, $"{file} has no region {region}.");
        return Dedent([.. lines.Skip(start + 1).TakeWhile(line => line.Trim() != "#endregion")]);
    }

    private static IEnumerable<string> Dedent(IReadOnlyList<string> lines)
    {
        var indent = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return lines.Select(line => line.Length >= indent ? line[indent..] : "");
    }

    private static string Text(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => line.TrimEnd())).Trim('\n');

    [GeneratedRegex(@"^\s*```\s*(csharp|cs|c#)\b")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^\s*<!-- snippet: (?<file>[\w./-]+\.cs)(#(?<region>[\w-]+))? -->\s*$")]
    private static partial Regex Marker();
}
