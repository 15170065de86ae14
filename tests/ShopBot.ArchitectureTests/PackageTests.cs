namespace ShopBot.ArchitectureTests;

public sealed class PackageTests
{
    public static TheoryData<string> Projects => Repository.ProjectNames;

    [Theory]
    [MemberData(nameof(Projects))]
    public void Package_id_carries_our_prefix(string project) =>
        Assert.StartsWith("ShopBot.", Repository.Project(project).Property("PackageId") ?? project, StringComparison.Ordinal);

    [Fact]
    public void Package_ids_differ() =>
        Assert.Distinct(Repository.Projects.Select(project => project.Property("PackageId") ?? project.Name));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_and_package_have_one_name(string project) =>
        Assert.EndsWith(project, Repository.Project(project).Property("PackageId") ?? project, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_is_packable(string project) =>
        Assert.NotEqual("false", Repository.Project(project).Property("IsPackable"), StringComparer.OrdinalIgnoreCase);

    [Theory]
    [MemberData(nameof(Projects))]
    public void Description_says_what_the_package_is(string project)
    {
        var description = Repository.Project(project).Property("Description");

        Assert.NotNull(description);
        Assert.InRange(description.Length, 30, 400);
        Assert.EndsWith(".", description, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Readme_begins_with_the_package_and_shows_its_use(string project)
    {
        var readme = Path.Combine(Repository.Project(project).Folder, "README.md");

        Assert.True(File.Exists(readme), $"{project} has no README.md.");
        var text = File.ReadAllText(readme);
        Assert.StartsWith("# ", text, StringComparison.Ordinal);

        // A tool is used from a terminal.
        Assert.Contains(project.EndsWith(".Tool", StringComparison.Ordinal) ? "```console" : "```csharp", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Trimming_is_given_up_only_by_web_packages(string project)
    {
        var file = Repository.Project(project);

        // A package of tests runs in a test program, never in a trimmed one.
        if (project == "ShopBot.Storage.Testing")
            return;
        if (string.Equals(file.Property("IsAotCompatible"), "false", StringComparison.OrdinalIgnoreCase))
            Assert.Contains(file.File.Descendants("FrameworkReference"), reference => reference.Attribute("Include")?.Value == "Microsoft.AspNetCore.App");
    }
}
