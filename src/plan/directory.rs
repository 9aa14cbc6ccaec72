//! Whom to ring: a page of every centre and service of a municipality with its phone, and when somebody answers.

use super::page::{PageSpec, add_page};
use super::scope::Scope;
use super::subject::{Subject, can_be_rung, has_directory};
use super::{DirectoryServiceView, DirectoryView, Part, Plan, Urls, centre, hours};
use crate::model::calendar::Whose;

/// Plans the page.
pub fn plan_directory(scope: &Scope<'_>, plan: &mut Plan) {
    if !has_directory(scope.section) {
        return;
    }
    let spec = PageSpec {
        kind: "contact",
        title: scope.words.get("directory_title").to_string(),
        description: Some(scope.words.get("directory_lead").to_string()),
        url: scope.urls.directory(),
        versions: scope.everywhere(Urls::directory),
        crumbs: vec![scope.home_crumb()],
        ..PageSpec::default()
    };
    add_page(scope, "contact.html", spec, vec![("centres", contacts(scope))], plan);
}

/// Whom to ring, made once for all texts and the page that show it.
pub fn contacts(scope: &Scope<'_>) -> Part {
    scope.contacts.get_or_init(|| Part::of(&contact_views(scope))).clone()
}

/// Every centre that can be rung, in the order of a list.
pub fn contact_views(scope: &Scope<'_>) -> Vec<DirectoryView> {
    let open = Subject::all(scope.section).filter(|subject| can_be_rung(subject.centre));
    let mut views: Vec<DirectoryView> = open.map(|subject| directory_view(scope, subject)).collect();
    views.sort_by_cached_key(|view| centre::place_in_list(&view.centre, scope.lang));
    views
}

fn directory_view(scope: &Scope<'_>, subject: Subject<'_>) -> DirectoryView {
    let centre = subject.centre;
    let service = |place: usize| {
        let service = &centre.services[place];
        DirectoryServiceView {
            kind: service.kind.key(),
            name: scope.optional(service.name.as_ref()),
            phone: service.phone.as_ref().map(|phone| scope.phone(phone)),
            phone_hours: hours::phone_view(scope, subject, Whose::Service(place)),
            link: service.url.as_ref().map(|url| scope.web(url)),
        }
    };
    let services = centre::service_places(centre).into_iter().map(service);
    DirectoryView {
        phone_hours: hours::phone_view(scope, subject, Whose::Centre),
        services: services.filter(|service| service.phone.is_some() || service.link.is_some()).collect(),
        centre: centre::list_box(scope, subject),
    }
}
