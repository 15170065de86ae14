using System.Xml.Linq;
using Tests;

namespace ShopBot.ArchitectureTests;

/// <summary>The projects of the repository as their files say.</summary>
internal static class Repository
{
    public static string Root { get; } = RepositoryRoot.Path;

    public static IReadOnlyList<SourceProject> Projects { get; } = [.. Directory
        .EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
        .Select(SourceProject.Read)
        .OrderBy(project => project.Name, StringComparer.Ordinal)];

    public static TheoryData<string> ProjectNames { get; } = [.. Projects.Select(project => project.Name)];

    public static SourceProject Project(string name) => Projects.Single(project => project.Name == name);
}

/// <summary>One project file under src.</summary>
internal sealed record SourceProject(string Name, string Folder, XDocument File)
{
    public IReadOnlyList<string> References { get; } = [.. File.Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
        .Order(StringComparer.Ordinal)];

    public static SourceProject Read(string path) =>
        new(Path.GetFileNameWithoutExtension(path), Path.GetDirectoryName(path)!, XDocument.Load(path));

    public string? Property(string name) => File.Descendants(name).LastOrDefault()?.Value;

    public override string ToString() => Name;
}
