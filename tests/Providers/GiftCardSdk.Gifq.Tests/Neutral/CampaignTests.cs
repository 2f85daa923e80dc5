using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Gifq.Tests;

/// <summary>Campaigns over the twin, whichever way their state is changed.</summary>
public sealed class CampaignTests
{
    [Theory]
    [InlineData(GifqCampaignMoves.Actions)]
    [InlineData(GifqCampaignMoves.StatusMember)]
    public async Task A_campaign_goes_from_draft_to_archive(GifqCampaignMoves moves)
    {
        await using var stage = await Stage.StartAsync(
            twin => twin.CampaignMoves = moves,
            account => account.WireAssumptions.ChangesCampaignStateByUpdate = moves == GifqCampaignMoves.StatusMember
        );
        var edit = new GifqCampaignEdit
        {
            Name = "Panel thank-you",
            Description = "Wave 1",
            EmailSubject = "For you",
            EmailBody = "{{amount}} is ready.",
        };
        var draft = await stage.Api.CreateCampaignAsync(edit);

        var states = new List<string> { draft.Status };
        states.Add((await stage.Api.ActivateCampaignAsync(draft.Id)).Status);
        states.Add((await stage.Api.PauseCampaignAsync(draft.Id)).Status);
        states.Add((await stage.Api.ActivateCampaignAsync(draft.Id)).Status);
        states.Add((await stage.Api.PauseCampaignAsync(draft.Id)).Status);
        states.Add((await stage.Api.ArchiveCampaignAsync(draft.Id)).Status);

        states.ShouldBe(["draft", "active", "paused", "active", "paused", "archived"]);
        (await stage.Api.GetCampaignAsync(draft.Id)).Status.ShouldBe(GifqWords.CampaignStatus.Archived);
        edit.FindIgnored(draft).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_move_that_is_not_allowed_is_a_conflict()
    {
        await using var stage = await Stage.StartAsync();
        var campaign = await stage.CampaignAsync();

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Api.ArchiveCampaignAsync(campaign));

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.Conflict, GiftCardOutcome.NotAnOrder));
    }

    [Fact]
    public async Task A_campaign_changes_in_what_is_named_and_loses_its_description()
    {
        await using var stage = await Stage.StartAsync();
        var campaign = await stage.Api.CreateCampaignAsync(new() { Name = "n", Description = "d" });

        var renamed = await stage.Api.UpdateCampaignAsync(campaign.Id, new() { Name = "m" });
        var cleared = await stage.Api.UpdateCampaignAsync(campaign.Id, new() { ClearsDescription = true });

        (renamed.Name, renamed.Description).ShouldBe(("m", "d"));
        (cleared.Name, cleared.Description).ShouldBe(("m", null));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whether_an_active_campaigns_brands_can_change_is_GIFQs_to_say(bool isFrozen)
    {
        await using var stage = await Stage.StartAsync(twin => twin.FreezeBrandsWhileActive = isFrozen);
        var campaign = await stage.CampaignAsync();
        var brand = await stage.Api.ListAllCampaignProductsAsync(campaign).FirstAsync();

        var failure = await Record.ExceptionAsync(() => stage.Api.UpdateCampaignAsync(campaign, new() { ExcludedBrandIds = [brand.Id!] }));

        (failure as GiftCardException)?.HttpStatus.ShouldBe(422);
        (failure is not null).ShouldBe(isFrozen);
        var brands = await stage.Api.ListAllCampaignProductsAsync(campaign).Select(row => row.Slug).ToListAsync();
        brands.Contains(brand.Slug).ShouldBe(isFrozen);
    }

    [Fact]
    public async Task Texts_that_were_passed_over_are_told()
    {
        await using var stage = await Stage.StartAsync(twin => twin.Names = GifqNames.Alternative);
        await using var accounts = Accounts.At(
            stage.Sandbox,
            stage.Clock,
            options =>
                options.WireAssumptions.MemberNames = new Dictionary<string, string>(StringComparer.Ordinal) { ["campaign.name"] = "title" }
        );
        var edit = new GifqCampaignEdit
        {
            Name = "n",
            EmailSubject = "s",
            EmailBody = "b",
        };

        var campaign = await accounts.Api.CreateCampaignAsync(edit);

        edit.FindIgnored(campaign).ShouldBe([nameof(edit.EmailSubject), nameof(edit.EmailBody)]);
    }

    [Fact]
    public void Everything_that_was_set_is_compared()
    {
        var edit = new GifqCampaignEdit
        {
            Name = "n",
            SenderName = "s",
            Description = "d",
            WebpageHeadline = "h",
            WebpageBody = "w",
            EmailSubject = "e",
            EmailBody = "b",
            ExcludedBrandIds = ["x", "y"],
        };
        var nothing = new GifqCampaign { Id = "7", Status = "draft" };
        var everything = nothing with
        {
            Name = "n",
            SenderName = "s",
            Description = "d",
            WebpageHeadline = "h",
            WebpageBody = "w",
            EmailSubject = "e",
            EmailBody = "b",
            ExcludedBrandIds = ["y", "x"],
        };

        edit.FindIgnored(nothing).Count.ShouldBe(8);
        edit.FindIgnored(everything).ShouldBeEmpty();
        new GifqCampaignEdit { ClearsDescription = true }
            .FindIgnored(everything)
            .ShouldBe(["Description"]);
    }
}
