using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ShopBot.ArchitectureTests;

public sealed class ArrowTests
{
    public static TheoryData<string> Projects => Repository.ProjectNames;

    [Fact]
    public void Table_lists_every_project_under_src_and_no_other() =>
        Assert.Equal(Repository.Projects.Select(project => project.Name), AllowedArrows.Table.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_file_refers_to_what_the_table_allows(string project) =>
        Assert.Equal(AllowedArrows.Table[project].Declared.Order(StringComparer.Ordinal), Repository.Project(project).References);

    [Theory]
    [MemberData(nameof(Projects))]
    public void Built_assembly_uses_only_what_the_table_allows(string project)
    {
        var ours = Repository.Projects.Select(other => other.Name).ToHashSet(StringComparer.Ordinal);
        var used = AssembliesUsedBy(project).Where(ours.Contains).Order(StringComparer.Ordinal);

        Assert.Empty(used.Except(AllowedArrows.Table[project].Usable));
    }

    [Fact]
    public void What_a_project_may_use_comes_along_with_its_references()
    {
        foreach (var (project, arrows) in AllowedArrows.Table)
            Assert.Empty(arrows.Usable.Except(Reachable(project)));
    }

    [Fact]
    public void No_arrow_runs_back()
    {
        foreach (var project in Repository.Projects)
            Assert.DoesNotContain(project.Name, Reachable(project.Name));
    }

    [Theory]
    [InlineData("WhatsApp.Client")]
    [InlineData("Shopify.Client")]
    [InlineData("ShopBot.Engine")]
    [InlineData("ShopBot.Shopping")]
    public void What_runs_anywhere_needs_no_web_server(string project) =>
        Assert.DoesNotContain(AssembliesUsedBy(project), name => name is "Microsoft.AspNetCore" or "Microsoft.AspNetCore.Http.Abstractions" or "Microsoft.AspNetCore.Routing");

    private static HashSet<string> Reachable(string project)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(Repository.Project(project).References);
        while (open.TryPop(out var next))
        {
            if (found.Add(next))
            {
                foreach (var reference in Repository.Project(next).References)
                    open.Push(reference);
            }
        }

        return found;
    }

    private static List<string> AssembliesUsedBy(string project)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, project + ".dll"));
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
