using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using DxJobs.Testing.Web;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

namespace DxJobs.EndToEnd.Tests.Web;

/// <summary>The status page as a real Chromium sees it.</summary>
public sealed class StatusPageInABrowser(Browser browser) : IClassFixture<Browser>
{
    private static readonly FakeTimeProvider Clock = new(SampleBoard.Now);

    [Fact]
    public async Task Shows_the_true_numbers()
    {
        var board = SampleBoard.Of(
            SampleBoard.Up("one", ("COMPLETED", "EXPORT_ASSETS_TO_S3", 1200), ("ERROR", "EXPORT_ASSETS_TO_S3", 3)),
            SampleBoard.Up("two", ("COMPLETED", "EXPORT_ASSETS_TO_S3", 34), ("IN_PROGRESS", "IMPORT_ASSETS_FROM_S3", 5)));
        await using var server = await WebServer.StartAsync(board, time: Clock);
        var page = await browser.PageAsync();
        await page.GotoAsync(server.Address.ToString());

        Assert.Equal("✓ All good: 2 targets up", await page.Locator("h1").InnerTextAsync());
        var export = page.Locator(".matrix tbody tr", new() { HasText = "EXPORT_ASSETS_TO_S3" });
        Assert.Equal(["0", "0", "1\u202f234", "3", "0", "0"], await export.Locator("td").AllInnerTextsAsync());
        Assert.Equal(["0", "5", "1\u202f234", "3", "0", "0"], await page.Locator(".matrix tfoot td").AllInnerTextsAsync());
        Assert.Equal(["one", "two"], await page.Locator(".targets tbody th a").AllInnerTextsAsync());
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light, "light")]
    [InlineData(1280, ColorScheme.Dark, "dark")]
    [InlineData(400, ColorScheme.Light, "phone")]
    [InlineData(400, ColorScheme.Dark, "phone-dark")]
    public async Task Is_readable_at_every_width_in_both_schemes(int width, ColorScheme scheme, string name)
    {
        await using var server = await WebServer.StartAsync(SampleBoard.Busy(), time: Clock);
        var page = await browser.PageAsync(width, scheme);
        await page.GotoAsync(server.Address.ToString());
        await Browser.KeepAsync(page, $"status-{name}");

        Assert.Equal("✕ 2 of 14 targets failing", await page.Locator("h1").InnerTextAsync());
        var widest = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        Assert.True(widest <= width, $"the page is {widest} px wide on a screen of {width} px");
        var smallest = await page.EvaluateAsync<double>(
            "() => Math.min(...[...document.querySelectorAll('td, th, p, h1, h2, a, span, code')].map(e => parseFloat(getComputedStyle(e).fontSize)))");
        Assert.True(smallest >= 9, $"some text is {smallest} px high");
        await AssertAccessibleAsync(page);
    }

    [Fact]
    public async Task Stays_a_page_when_every_text_is_an_attack()
    {
        var hostile = SampleBoard.Failed(SampleBoard.Up("evil " + SampleBoard.Image), "It said " + SampleBoard.Script, SampleBoard.Image) with
        {
            AccountId = SampleBoard.Script,
            LatestFailures = [SampleBoard.Hostile()],
        };
        await using var server = await WebServer.StartAsync(SampleBoard.Of(hostile), time: Clock);
        var page = await browser.PageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        page.RequestFailed += (_, request) => complaints.Add("failed: " + request.Url);
        page.Request += (_, request) => Assert.Equal(server.Port, new Uri(request.Url).Port);
        await page.GotoAsync($"{server.Address}?target={Uri.EscapeDataString("evil " + SampleBoard.Image)}", new() { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.DoesNotContain("owned", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("script, img, [onerror], [style], iframe, form").CountAsync());
        var text = await page.Locator("main").InnerTextAsync();
        Assert.Contains($"Asset {SampleBoard.Script} was refused {SampleBoard.Image}", text, StringComparison.Ordinal);
        Assert.Contains("Prices " + SampleBoard.Image, text, StringComparison.Ordinal);
        Assert.Contains("s3://bucket/" + SampleBoard.Script + ".csv", text, StringComparison.Ordinal);
        Assert.Empty(complaints);
        await AssertAccessibleAsync(page);
    }

    [Fact]
    public async Task Works_from_the_keyboard_and_by_links_alone()
    {
        await using var server = await WebServer.StartAsync(SampleBoard.Busy(targets: 200), time: Clock);
        var page = await browser.PageAsync();
        await page.GotoAsync(server.Address.ToString());
        Assert.Equal("✕ 2 of 200 targets failing", await page.Locator("h1").InnerTextAsync());
        Assert.Equal(3, await page.Locator(".targets").First.Locator("tbody tr:not(.trouble)").CountAsync());
        Assert.False(await page.Locator("details .targets").IsVisibleAsync());
        await Browser.KeepAsync(page, "status-200-targets");

        await page.Locator("#targets summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(197, await page.Locator("#targets details tbody tr").CountAsync());
        Assert.True(await page.Locator("details .targets").IsVisibleAsync());

        await page.Locator("#targets details tbody th a").First.ClickAsync();
        Assert.Equal("✕ The target is up, but EXPORT_ASSET_TO_SIGNED_URL jobs fail", await page.Locator("h1").InnerTextAsync());
        await page.GetByText("Stop refreshing").ClickAsync();
        Assert.EndsWith("&refresh=off", page.Url, StringComparison.Ordinal);
        await page.GetByText("Show all 200 targets").ClickAsync();
        Assert.EndsWith("/?refresh=off", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explains_its_empty_states()
    {
        await using var none = await WebServer.StartAsync(time: Clock);
        var page = await browser.PageAsync();
        await page.GotoAsync(none.Address.ToString());
        Assert.Contains("This exporter polls no target.", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await AssertAccessibleAsync(page);

        await using var pending = await WebServer.StartAsync(SampleBoard.Of(SampleBoard.Pending("new")), time: Clock);
        await page.GotoAsync(pending.Address.ToString());
        Assert.Equal("… 1 of 1 target waiting for the first poll", await page.Locator("h1").InnerTextAsync());
        Assert.Contains("after the first good poll", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await AssertAccessibleAsync(page);
    }

    private static async Task AssertAccessibleAsync(IPage page)
    {
        var found = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.Select(v => $"{v.Id}: {v.Help}: {string.Join("; ", v.Nodes.Take(3).Select(n => n.Html))}")));
    }
}
